package io.autodidact.environment;

import io.autodidact.api.NotFound;
import io.autodidact.tenant.TenantId;
import io.autodidact.tenant.TenantTransaction;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Takes in a piece of software: reads what it offers first, and keeps both or neither. */
@Component
public class RegisterEnvironment {
  private final TenantTransaction tenantTransaction;
  private final EnvironmentRepository environments;
  private final CatalogueRepository catalogues;
  private final EnvironmentConnections connections;

  RegisterEnvironment(
      TenantTransaction tenantTransaction,
      EnvironmentRepository environments,
      CatalogueRepository catalogues,
      EnvironmentConnections connections) {
    this.tenantTransaction = tenantTransaction;
    this.environments = environments;
    this.catalogues = catalogues;
    this.connections = connections;
  }

  /**
   * Registers the software.
   *
   * @throws io.autodidact.connector.ConnectorException if it can not be used as described
   */
  public Environment register(TenantId tenant, EnvironmentData data) {
    var environment = new Environment(tenant, new EnvironmentId(UUID.randomUUID()), 1, data);
    var catalogue = connections.episodes(environment).operations();
    tenantTransaction.run(
        tenant,
        dsl -> {
          environments.insert(dsl, environment);
          catalogues.keep(dsl, tenant, environment.id(), catalogue);
        });
    return environment;
  }

  /**
   * Opens an episode and closes it again.
   *
   * @return what was found, as people read it
   */
  public ConnectionReport test(TenantId tenant, EnvironmentId id) throws InterruptedException {
    var environment =
        tenantTransaction
            .in(tenant, dsl -> environments.find(dsl, tenant, id))
            .orElseThrow(() -> new NotFound("environment"));
    var episodes = connections.episodes(environment);
    try (var episode = episodes.open(0)) {
      var catalogue = episodes.operations();
      return new ConnectionReport(
          catalogue.operations().size(), catalogue.defects(), episode.variables().keySet());
    }
  }
}
