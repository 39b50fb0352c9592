package io.autodidact.release;

import io.autodidact.api.Conflict;
import io.autodidact.api.NotFound;
import io.autodidact.tenant.Audit;
import io.autodidact.tenant.Change;
import io.autodidact.tenant.TenantId;
import io.autodidact.tenant.TenantTransaction;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.DSLContext;
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
    return tenantTransaction.in(tenant, dsl -> move(dsl, tenant, agent, alias, version));
  }

  /**
   * As {@link #move}, for somebody who looked before.
   *
   * @param seen where the alias pointed when they looked
   * @throws Conflict if it points elsewhere by now
   */
  public Release moveFrom(Sighting seen, TenantId tenant, String agent, int version) {
    return tenantTransaction.in(
        tenant,
        dsl -> {
          releases.lock(dsl, tenant, agent);
          var now = Optional.ofNullable(releases.aliases(dsl, tenant, agent).get(seen.alias()));
          if (!now.equals(seen.version())) {
            throw new Conflict(
                "Somebody has moved %s %s meanwhile. Look at it again, then decide."
                    .formatted(seen.alias(), now.map(other -> "to v" + other).orElse("away")));
          }
          return move(dsl, tenant, agent, seen.alias(), version);
        });
  }

  /** An alias and the version somebody saw it point to. */
  public record Sighting(String alias, Optional<Integer> version) {}

  private Release move(DSLContext dsl, TenantId tenant, String agent, String alias, int version) {
    requireAlias(alias);
    var release =
        releases.find(dsl, tenant, agent, version).orElseThrow(() -> new NotFound("release"));
    if (!release.isReleased()) {
      throw new Conflict(
          "v%d of %s can not be used: %s".formatted(version, agent, release.verdict().sentence()));
    }
    var before = releases.aliases(dsl, tenant, agent).get(alias);
    releases.point(dsl, release, alias);
    var detail = new TreeMap<String, Object>(Map.of("after", version));
    if (before != null) {
      detail.put("before", before);
    }
    Audit.record(dsl, tenant, Change.of("alias.moved", "alias", agent + "@" + alias).with(detail));
    return release;
  }

  private static void requireAlias(String alias) {
    if (!alias.matches("[a-z][a-z0-9-]{0,62}") || alias.matches("v[0-9]+")) {
      throw new IllegalArgumentException(
          "An alias is made of lower-case letters, digits and hyphens and is no version, not: "
              + alias);
    }
  }
}
