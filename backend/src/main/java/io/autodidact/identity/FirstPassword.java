package io.autodidact.identity;

import java.security.SecureRandom;
import java.util.Base64;

/** Opens a new account once; 120 random bits. */
final class FirstPassword {
  private static final SecureRandom RANDOM = new SecureRandom();

  private FirstPassword() {}

  static String random() {
    var bits = new byte[15];
    RANDOM.nextBytes(bits);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
  }
}
