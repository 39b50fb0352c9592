package io.autodidact.release;

import java.util.Base64;

/** Keys as text (RFC 7468). */
final class Pem {
  private Pem() {}

  static String encode(String label, byte[] key) {
    var body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key);
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(label, body, label);
  }

  /**
   * @throws IllegalArgumentException if it is not such a text
   */
  static byte[] decode(String text) {
    if (!text.strip().startsWith("-----BEGIN ")) {
      throw new IllegalArgumentException("it is not a PEM file");
    }
    return Base64.getMimeDecoder().decode(text.replaceAll("-----[^-]*-----", ""));
  }
}
