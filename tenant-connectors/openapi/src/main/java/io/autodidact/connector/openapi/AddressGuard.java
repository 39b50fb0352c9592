package io.autodidact.connector.openapi;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves a host's name once for each connection; the addresses it has checked are the ones that
 * are connected to. A name whose owner changes its address in between gains nothing by it.
 */
final class AddressGuard implements DnsResolver {
  /** One of the host's addresses may not be called. */
  static final class Forbidden extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    Forbidden(String host) {
      super(
          host
              + " has an address that may not be called. A platform admin can allow it for"
              + " this environment.");
    }
  }

  /** Finds the addresses of a name. */
  interface Names {
    InetAddress[] resolve(String host) throws UnknownHostException;
  }

  private final Names names;
  private final Predicate<InetAddress> allowed;

  AddressGuard(Names names, Predicate<InetAddress> allowed) {
    this.names = names;
    this.allowed = allowed;
  }

  /**
   * @throws Forbidden unless all addresses of the host are allowed
   */
  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    var addresses = names.resolve(host);
    for (var address : addresses) {
      if (!allowed.test(address)) {
        throw new Forbidden(host);
      }
    }
    return addresses;
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}
