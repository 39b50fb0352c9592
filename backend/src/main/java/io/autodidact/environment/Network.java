package io.autodidact.environment;

import java.net.InetAddress;

/**
 * A range of addresses in CIDR notation: {@code 10.1.0.0/16}, {@code fd00:1::/32}, or one address.
 * Bits behind the prefix must be zero, so that nobody opens more than was meant.
 */
public final class Network {
  private final String text;
  private final byte[] first;
  private final int prefix;

  public Network(String text) {
    var parts = text.split("/", 2);
    this.text = text;
    this.first = literal(parts[0], text).getAddress();
    this.prefix = parts.length == 1 ? first.length * 8 : prefix(parts[1], text);
    if (prefix > first.length * 8) {
      throw wrong(text);
    }
    for (int bit = prefix; bit < first.length * 8; bit++) {
      if (isSet(first, bit)) {
        throw new IllegalArgumentException(
            text + " has bits behind its prefix; write the network's first address.");
      }
    }
  }

  private static InetAddress literal(String address, String text) {
    boolean canonical = address.matches("\\d+\\.\\d+\\.\\d+\\.\\d+") || address.contains(":");
    if (!canonical || address.contains("%")) {
      throw wrong(text);
    }
    try {
      return InetAddress.ofLiteral(address);
    } catch (IllegalArgumentException e) {
      throw wrong(text);
    }
  }

  private static int prefix(String prefix, String text) {
    if (!prefix.matches("\\d{1,3}")) {
      throw wrong(text);
    }
    return Integer.parseInt(prefix);
  }

  private static IllegalArgumentException wrong(String text) {
    return new IllegalArgumentException(
        "'" + text + "' is no network; write it like 10.1.0.0/16 or fd00:1::/32.");
  }

  private static boolean isSet(byte[] address, int bit) {
    return (address[bit / 8] & (0x80 >> (bit % 8))) != 0;
  }

  /** Whether the address lies in it; an IPv4 address lies in IPv4 networks only. */
  public boolean contains(InetAddress address) {
    var other = address.getAddress();
    if (other.length != first.length) {
      return false;
    }
    for (int bit = 0; bit < prefix; bit++) {
      if (isSet(first, bit) != isSet(other, bit)) {
        return false;
      }
    }
    return true;
  }

  /** As it was written. */
  public String text() {
    return text;
  }

  /** How many bits all its addresses share. */
  public int prefix() {
    return prefix;
  }

  /** Whether it is a range of IPv6 addresses. */
  public boolean isVersion6() {
    return first.length == 16;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Network network && network.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
