package io.autodidact.connector.openapi;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Says what is wrong with an address before it is resolved: forms that two readers may read
 * differently, and ports where no web server answers. Where it leads is for {@link AddressGuard} to
 * say.
 */
final class Destination {
  /** Fetch's bad ports (WHATWG, section 2.9), and stores that take a request line for commands. */
  private static final Set<Integer> PORTS_OF_OTHERS =
      Set.of(
          0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95,
          101, 102, 103, 104, 109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179,
          389, 427, 465, 512, 513, 514, 515, 526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601,
          636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6379,
          6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080, 11211);

  private static final int LAST_PORT = 65_535;
  private static final Pattern DOTTED_QUAD =
      Pattern.compile("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(?!$)|$)){4}");
  private static final Pattern ENDS_IN_A_NUMBER =
      Pattern.compile("(.*\\.)?(\\d+|0x[0-9a-f]*)\\.?", Pattern.CASE_INSENSITIVE);

  private Destination() {}

  /** What is wrong, as people read it; empty if the address may be resolved. */
  static Optional<String> problem(URI uri) {
    var scheme = uri.getScheme();
    var host = uri.getHost();
    if (host == null || !("http".equals(scheme) || "https".equals(scheme))) {
      return Optional.of("Only http and https addresses are called.");
    }
    if (uri.getRawUserInfo() != null) {
      return Optional.of("An address must not name a user; give credentials under auth.");
    }
    if (uri.getPort() > LAST_PORT || PORTS_OF_OTHERS.contains(uri.getPort())) {
      return Optional.of("Port " + uri.getPort() + " is no web server's; it is not called.");
    }
    if (host.contains("%")) {
      return Optional.of("An address must not name a network interface (%).");
    }
    if (ENDS_IN_A_NUMBER.matcher(host).matches() && !DOTTED_QUAD.matcher(host).matches()) {
      return Optional.of(host + " is no plain IPv4 address; write it like 192.0.2.1.");
    }
    return Optional.empty();
  }
}
