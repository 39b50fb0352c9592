package io.autodidact.serving;

import io.autodidact.api.NotFound;
import io.autodidact.connector.Catalogue;
import io.autodidact.environment.Environment;
import io.autodidact.environment.EnvironmentConnections;
import io.autodidact.environment.EnvironmentId;
import io.autodidact.environment.EnvironmentRepository;
import io.autodidact.goal.GoalRepository;
import io.autodidact.release.Release;
import io.autodidact.release.ReleaseRepository;
import io.autodidact.tenant.TenantId;
import io.autodidact.tenant.TenantTransaction;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The software that an agent knows, as it is, and what of it the agent may call. */
@Component
class LiveSoftware {
  private static final int MOST_GOALS = 200;

  private final TenantTransaction tenantTransaction;
  private final ReleaseRepository releases;
  private final EnvironmentRepository environments;
  private final GoalRepository goals;
  private final EnvironmentConnections connections;

  LiveSoftware(
      TenantTransaction tenantTransaction,
      ReleaseRepository releases,
      EnvironmentRepository environments,
      GoalRepository goals,
      EnvironmentConnections connections) {
    this.tenantTransaction = tenantTransaction;
    this.releases = releases;
    this.environments = environments;
    this.goals = goals;
    this.connections = connections;
  }

  private record Found(Environment environment, Set<String> forbidden) {}

  ServedAgent.Software of(Release release) {
    var found = tenantTransaction.in(release.tenant(), dsl -> find(dsl, release));
    var episodes = connections.episodes(found.environment());
    var usable =
        episodes.operations().operations().stream()
            .filter(operation -> !found.forbidden().contains(operation.name()))
            .toList();
    return new ServedAgent.Software(episodes, new Catalogue(usable, List.of()));
  }

  private Found find(DSLContext dsl, Release release) {
    TenantId tenant = release.tenant();
    var environment =
        releases
            .environment(dsl, tenant, release.agentId())
            .flatMap(id -> environments.find(dsl, tenant, new EnvironmentId(id)))
            .orElseThrow(() -> new NotFound("environment"));
    var forbidden = new HashSet<>(environment.data().policy().forbidden());
    goals
        .list(dsl, tenant, environment.id().value(), "", MOST_GOALS)
        .items()
        .forEach(goal -> forbidden.addAll(goal.data().forbidden()));
    return new Found(environment, forbidden);
  }
}
