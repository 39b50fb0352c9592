package io.autodidact.tenant;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * What a program signs in with. 256 random bits, so a plain SHA-256 is enough to keep at rest.
 *
 * @param text shown once, when it is made: {@code ak_…}
 */
public record ApiKey(String text) {
  private static final String PREFIX = "ak_";

  public static ApiKey random(SecureRandom random) {
    var bits = new byte[32];
    random.nextBytes(bits);
    return new ApiKey(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
  }

  /** What the database keeps. */
  byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return PREFIX + "…";
  }
}
