package io.autodidact.api;

import io.autodidact.tenant.Permission;
import java.util.List;
import java.util.Optional;

/**
 * Which permission opens which routes. The first line that fits decides; what fits none is closed.
 * Who has which permission is said by {@code PersonRole} and {@code KeyScope}.
 */
public final class AccessTable {
  /**
   * Routes and what opens them.
   *
   * @param permission empty where it is enough to be known
   */
  public record Line(String routes, Optional<Permission> permission) {
    static Line of(String routes, Permission permission) {
      return new Line(routes, Optional.of(permission));
    }

    static Line anybody(String routes) {
      return new Line(routes, Optional.empty());
    }
  }

  public static final List<Line> LINES =
      List.of(
          Line.of("/v1/**", Permission.USE_AGENTS),
          Line.anybody("/api/v1/me"),
          Line.anybody("/api/v1/openapi/**"),
          Line.of("/api/v1/members/**", Permission.RUN_TENANT),
          Line.of("/api/v1/tenants/**", Permission.RUN_PLATFORM),
          Line.of("/actuator/**", Permission.RUN_PLATFORM),
          Line.of("/api/**", Permission.TEACH_AGENTS));

  private AccessTable() {}
}
