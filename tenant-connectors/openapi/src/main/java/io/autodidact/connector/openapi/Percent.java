package io.autodidact.connector.openapi;

import java.nio.charset.StandardCharsets;

/** Percent-encoding (RFC 3986, section 2). */
final class Percent {
  private static final String UNRESERVED_MARKS = "-._~";
  private static final String RESERVED = ":/?#[]@!$&'()*+,;=";

  private Percent() {}

  /** Encodes all but letters, digits and {@code -._~}. */
  static String encode(String text) {
    return encode(text, "");
  }

  /** As {@link #encode}, but reserved characters stay as they are. */
  static String encodeKeepingReserved(String text) {
    return encode(text, RESERVED);
  }

  private static String encode(String text, String kept) {
    var encoded = new StringBuilder(text.length() + 16);
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (octet & 0xff);
      boolean plain =
          c >= 'a' && c <= 'z'
              || c >= 'A' && c <= 'Z'
              || c >= '0' && c <= '9'
              || UNRESERVED_MARKS.indexOf(c) >= 0
              || kept.indexOf(c) >= 0;
      if (plain) {
        encoded.append(c);
      } else {
        encoded.append("%%%02X".formatted((int) c));
      }
    }
    return encoded.toString();
  }
}
