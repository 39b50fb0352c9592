package io.autodidact.e2e.keycloak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** Secrets made on this machine at first start, each in a file that only its owner reads. */
final class OwnerOnly {
  private static final SecureRandom RANDOM = new SecureRandom();

  private OwnerOnly() {}

  /** The one in that file; a new random one if there is none yet. */
  static String secret(Path file) throws IOException {
    if (!Files.exists(file)) {
      Files.createDirectories(file.getParent());
      var bits = new byte[15];
      RANDOM.nextBytes(bits);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }
    return Files.readString(file).strip();
  }
}
