package io.autodidact.environment;

import java.net.InetAddress;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;

/**
 * Which addresses the tenants' software may have: public ones, and those the platform's operator
 * opened ({@code autodidact.outbound.allow}, a list of networks).
 */
@Component
class OutboundAddresses implements Predicate<InetAddress> {
  private static final List<IpAddressMatcher> RESERVED =
      List.of(
          new IpAddressMatcher("100.64.0.0/10"),
          new IpAddressMatcher("192.0.0.0/24"),
          new IpAddressMatcher("198.18.0.0/15"),
          new IpAddressMatcher("240.0.0.0/4"),
          new IpAddressMatcher("fc00::/7"),
          new IpAddressMatcher("64:ff9b::/96"),
          new IpAddressMatcher("2002::/16"));

  private final List<IpAddressMatcher> opened;

  OutboundAddresses(@Value("${autodidact.outbound.allow:}") List<String> opened) {
    this.opened = opened.stream().map(IpAddressMatcher::new).toList();
  }

  @Override
  public boolean test(InetAddress address) {
    var text = address.getHostAddress();
    return opened.stream().anyMatch(network -> network.matches(text)) || isPublic(address, text);
  }

  private static boolean isPublic(InetAddress address, String text) {
    return !(address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()
        || RESERVED.stream().anyMatch(network -> network.matches(text)));
  }
}
