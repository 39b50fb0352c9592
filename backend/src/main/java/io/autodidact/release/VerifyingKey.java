package io.autodidact.release;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;

/** A public Ed25519 key: tells whether its owner signed something. */
public record VerifyingKey(PublicKey key) {
  /**
   * @param pem the text of {@code release-signing.pub}
   * @throws IllegalArgumentException if it is no such key
   */
  public static VerifyingKey parse(String pem) {
    try {
      var encoded = new X509EncodedKeySpec(Pem.decode(pem));
      return new VerifyingKey(factory().generatePublic(encoded));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("It is not an Ed25519 public key", e);
    }
  }

  public String pem() {
    return Pem.encode("PUBLIC KEY", key.getEncoded());
  }

  /** The first 16 digits of the key's SHA-256. */
  public String id() {
    return Digest.of(key.getEncoded()).hex().substring(0, 16);
  }

  boolean verifies(byte[] message, byte[] signature) {
    try {
      var verification = Signature.getInstance("Ed25519");
      verification.initVerify(key);
      verification.update(message);
      return verification.verify(signature);
    } catch (SignatureException e) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The public key can not be used", e);
    }
  }

  static KeyFactory factory() throws GeneralSecurityException {
    return KeyFactory.getInstance("Ed25519");
  }
}
