package io.autodidact.release;

import io.autodidact.api.Conflict;
import io.autodidact.api.NotFound;
import io.autodidact.tenant.TenantId;
import io.autodidact.tenant.TenantTransaction;
import org.springframework.stereotype.Component;

/** Points an alias to another release; moving it back is how one rolls back. */
@Component
public class MoveAlias {
  private final TenantTransaction tenantTransaction;
  private final ReleaseRepository releases;

  public MoveAlias(TenantTransaction tenantTransaction, ReleaseRepository releases) {
    this.tenantTransaction = tenantTransaction;
    this.releases = releases;
  }

  /**
   * @param alias {@code stable}, {@code canary} or a name of lower-case letters, digits and hyphens
   * @throws NotFound if the tenant has no such release
   * @throws Conflict if that version did not pass its gate
   */
  public Release move(TenantId tenant, String agent, String alias, int version) {
    if (!alias.matches("[a-z][a-z0-9-]{0,62}") || alias.matches("v[0-9]+")) {
      throw new IllegalArgumentException(
          "An alias is made of lower-case letters, digits and hyphens and is no version, not: "
              + alias);
    }
    return tenantTransaction.in(
        tenant,
        dsl -> {
          var release =
              releases.find(dsl, tenant, agent, version).orElseThrow(() -> new NotFound("release"));
          if (!release.isReleased()) {
            throw new Conflict(
                "v%d of %s can not be used: %s"
                    .formatted(version, agent, release.verdict().sentence()));
          }
          releases.point(dsl, release, alias);
          return release;
        });
  }
}
