package io.autodidact.environment;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells the public internet from everything else, as IANA's special-purpose registries do (RFC 6890
 * and its successors).
 */
final class PublicAddresses {
  private static final List<Network> SPECIAL_4 =
      networks(
          "0.0.0.0/8", // this network
          "10.0.0.0/8", // private
          "100.64.0.0/10", // shared by carriers (CGNAT)
          "127.0.0.0/8", // this machine
          "169.254.0.0/16", // this link; metadata services
          "172.16.0.0/12", // private
          "192.0.0.0/24", // protocol assignments
          "192.0.2.0/24", // documentation
          "192.88.99.0/24", // 6to4 relays
          "192.168.0.0/16", // private
          "198.18.0.0/15", // measuring
          "198.51.100.0/24", // documentation
          "203.0.113.0/24", // documentation
          "224.0.0.0/4", // multicast
          "240.0.0.0/4"); // reserved, broadcast

  /** IPv6 is given out from here only; what stands outside is local, embeds IPv4 or is nobody's. */
  private static final Network GLOBAL_6 = new Network("2000::/3");

  private static final List<Network> SPECIAL_6 =
      networks(
          "2001::/23", // protocol assignments, Teredo among them
          "2001:db8::/32", // documentation
          "2002::/16", // 6to4
          "3fff::/20"); // documentation

  /** Where clouds hand out their machines' credentials: no list opens these. */
  private static final List<Network> METADATA =
      networks(
          "169.254.169.254",
          "169.254.170.2",
          "169.254.170.23",
          "100.100.100.200",
          "168.63.129.16",
          "192.0.0.192",
          "fd00:ec2::254",
          "fd00:ec2::23",
          "fd20:ce::254");

  private PublicAddresses() {}

  /** Whether anybody on the internet may have the address. */
  static boolean contain(InetAddress address) {
    boolean version6 = address.getAddress().length == 16;
    return !isMetadata(address)
        && (version6
            ? GLOBAL_6.contains(address) && !anyContains(SPECIAL_6, address)
            : !anyContains(SPECIAL_4, address));
  }

  /** Whether a machine's credentials are given out there. */
  static boolean isMetadata(InetAddress address) {
    return anyContains(METADATA, address);
  }

  static boolean anyContains(List<Network> networks, InetAddress address) {
    return networks.stream().anyMatch(network -> network.contains(address));
  }

  private static List<Network> networks(String... networks) {
    return Stream.of(networks).map(Network::new).toList();
  }
}
