package io.autodidact.release;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;

/**
 * The platform's Ed25519 key pair. It is made at the first start and kept in two files of the data
 * directory: {@code release-signing.key}, readable by its owner only, and {@code
 * release-signing.pub}, for everybody.
 */
public final class SigningKey {
  private static final String PRIVATE_FILE = "release-signing.key";
  private static final String PUBLIC_FILE = "release-signing.pub";

  private static final String LOCK_FILE = "release-signing.lock";
  private static final FileAttribute<?> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final PrivateKey privateKey;
  private final VerifyingKey verifyingKey;

  private SigningKey(PrivateKey privateKey, VerifyingKey verifyingKey) {
    this.privateKey = privateKey;
    this.verifyingKey = verifyingKey;
  }

  /**
   * The key of that directory; a new one if there is none.
   *
   * @throws IOException if the files can not be read, or do not belong together
   */
  public static SigningKey openOrCreate(Path directory) throws IOException {
    var file = directory.resolve(PRIVATE_FILE);
    if (!Files.exists(file)) {
      create(directory);
    }
    try {
      var encoded = Pem.decode(Files.readString(file));
      var privateKey = VerifyingKey.factory().generatePrivate(new PKCS8EncodedKeySpec(encoded));
      var publicKey = VerifyingKey.parse(Files.readString(directory.resolve(PUBLIC_FILE)));
      var key = new SigningKey(privateKey, publicKey);
      if (!publicKey.verifies(new byte[0], key.sign(new byte[0]))) {
        throw new IOException("the public key is not that of the private key");
      }
      return key;
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      throw new IOException(
          "The signing key %s can not be used (%s). Restore it with %s beside it from a backup; without it old releases can not be verified."
              .formatted(file, e.getMessage(), PUBLIC_FILE),
          e);
    }
  }

  /** The private half appears last and whole: a crash leaves no half key. */
  private static void create(Path directory) throws IOException {
    Files.createDirectories(directory);
    try (var lock = FileChannel.open(directory.resolve(LOCK_FILE), CREATE, WRITE)) {
      lock.lock();
      var file = directory.resolve(PRIVATE_FILE);
      if (Files.exists(file)) {
        return;
      }
      var pair = generate();
      Files.writeString(
          directory.resolve(PUBLIC_FILE), Pem.encode("PUBLIC KEY", pair.getPublic().getEncoded()));
      var temporary = Files.createTempFile(directory, PRIVATE_FILE, ".new", OWNER_ONLY);
      Files.writeString(temporary, Pem.encode("PRIVATE KEY", pair.getPrivate().getEncoded()));
      Files.move(temporary, file, ATOMIC_MOVE);
    }
  }

  private static KeyPair generate() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has Ed25519", e);
    }
  }

  byte[] sign(byte[] message) {
    try {
      var signature = Signature.getInstance("Ed25519");
      signature.initSign(privateKey);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The signing key does not sign", e);
    }
  }

  /** The half that everybody may have. */
  public VerifyingKey verifyingKey() {
    return verifyingKey;
  }
}
