package io.autodidact.audit;

/**
 * The end of a chain at one time. Kept outside the database, it proves later that nothing behind it
 * was cut off.
 *
 * @param seq the last entry's place; 0 before there was one
 * @param hash its hash, hex
 */
public record Anchor(long seq, String hash) {
  public Anchor {
    if (seq < 0 || !hash.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException(
          "An anchor is the number of an entry and its hash, 64 hexadecimal digits.");
    }
  }
}
