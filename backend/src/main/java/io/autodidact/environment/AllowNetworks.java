package io.autodidact.environment;

import static io.autodidact.schema.Tables.TENANT;

import io.autodidact.api.NotFound;
import io.autodidact.tenant.Audit;
import io.autodidact.tenant.Caller;
import io.autodidact.tenant.Change;
import io.autodidact.tenant.Permission;
import io.autodidact.tenant.TenantId;
import io.autodidact.tenant.TenantTransaction;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Opens networks beyond the public internet to one environment; for platform admins only. */
@Component
public class AllowNetworks {
  private static final int MOST = 50;

  /** A wider network than these is no address of somebody's software. */
  private static final int WIDEST_4 = 8;

  private static final int WIDEST_6 = 32;

  private final TenantTransaction tenantTransaction;
  private final AllowedNetworks allowed;

  AllowNetworks(TenantTransaction tenantTransaction, AllowedNetworks allowed) {
    this.tenantTransaction = tenantTransaction;
    this.allowed = allowed;
  }

  /**
   * Replaces the list of an environment, which need not be registered yet.
   *
   * @param reason why they are opened, for whoever asks later
   * @throws io.autodidact.tenant.Forbidden unless the caller runs the platform
   */
  public List<Network> allow(Caller admin, Opening opening) {
    admin.require(Permission.RUN_PLATFORM);
    opening.check();
    var tenant = opening.tenant();
    return tenantTransaction.in(
        tenant,
        dsl -> {
          if (!dsl.fetchExists(TENANT, TENANT.TENANT_ID.eq(tenant.value()))) {
            throw new NotFound("tenant");
          }
          var before = allowed.networks(dsl, tenant, opening.environment());
          allowed.replace(dsl, tenant, opening.environment(), opening.networks(), opening.reason());
          Audit.record(
              dsl,
              tenant,
              Change.of("networks.allowed", "environment", opening.environment())
                  .from(texts(before))
                  .to(texts(opening.networks()))
                  .with(Map.of("networks", texts(opening.networks()), "reason", opening.reason())));
          return opening.networks();
        });
  }

  private static List<String> texts(List<Network> networks) {
    return networks.stream().map(Network::text).toList();
  }

  /** Which networks are opened to which environment of which tenant. */
  public record Opening(
      TenantId tenant, String environment, List<Network> networks, String reason) {
    public Opening {
      networks = networks.stream().distinct().toList();
    }

    private void check() {
      if (environment.isBlank() || reason.isBlank()) {
        throw new IllegalArgumentException("Say which environment it is for, and why.");
      }
      if (networks.size() > MOST) {
        throw new IllegalArgumentException("An environment has at most 50 networks.");
      }
      for (var network : networks) {
        if (network.prefix() < (network.isVersion6() ? WIDEST_6 : WIDEST_4)) {
          throw new IllegalArgumentException(
              network + " is too wide: open the network that the software is in.");
        }
      }
    }
  }
}
