package io.autodidact.environment;

import io.autodidact.tenant.TenantId;
import java.net.InetAddress;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Which addresses the tenants' software may have: public ones, those the operator opened for the
 * whole installation ({@code autodidact.outbound.allow}), and those a platform admin opened for one
 * environment. What hands out a machine's credentials is never among them.
 */
@Component
class OutboundAddresses {
  private final List<Network> installation;
  private final AllowedNetworks allowed;

  OutboundAddresses(
      @Value("${autodidact.outbound.allow:}") List<String> installation, AllowedNetworks allowed) {
    this.installation = installation.stream().map(Network::new).toList();
    this.allowed = allowed;
  }

  /** For one environment; its list is read anew whenever it matters, so that a change counts. */
  Predicate<InetAddress> of(TenantId tenant, String environment) {
    return address ->
        PublicAddresses.contain(address)
            || (!PublicAddresses.isMetadata(address)
                && (PublicAddresses.anyContains(installation, address)
                    || PublicAddresses.anyContains(
                        allowed.networks(tenant, environment), address)));
  }
}
