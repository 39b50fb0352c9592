package io.autodidact.environment;

import io.autodidact.api.NotFound;
import io.autodidact.tenant.Audit;
import io.autodidact.tenant.Change;
import io.autodidact.tenant.TenantId;
import io.autodidact.tenant.TenantTransaction;
import io.autodidact.usage.Accounts;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Takes in a piece of software: reads what it offers first, and keeps both or neither. */
@Component
public class RegisterEnvironment {
  private final TenantTransaction tenantTransaction;
  private final EnvironmentRepository environments;
  private final CatalogueRepository catalogues;
  private final EnvironmentConnections connections;
  private final Accounts accounts;

  RegisterEnvironment(
      TenantTransaction tenantTransaction,
      EnvironmentRepository environments,
      CatalogueRepository catalogues,
      EnvironmentConnections connections,
      Accounts accounts) {
    this.tenantTransaction = tenantTransaction;
    this.environments = environments;
    this.catalogues = catalogues;
    this.connections = connections;
    this.accounts = accounts;
  }

  /**
   * Registers the software.
   *
   * @throws io.autodidact.connector.ConnectorException if it can not be used as described
   * @throws io.autodidact.usage.QuotaExceeded if the tenant has as many as it may have
   */
  public Environment register(TenantId tenant, EnvironmentData data) {
    var environment = new Environment(tenant, new EnvironmentId(UUID.randomUUID()), 1, data);
    var catalogue = connections.episodes(environment).operations();
    tenantTransaction.run(
        tenant,
        dsl -> {
          accounts.admitEnvironment(dsl, tenant);
          environments.insert(dsl, environment);
          catalogues.keep(dsl, tenant, environment.id(), catalogue);
          Audit.record(
              dsl,
              tenant,
              Change.of("environment.registered", "environment", environment.id().value())
                  .to(data)
                  .with(Map.of("name", data.name())));
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
      tenantTransaction.run(
          tenant,
          dsl ->
              Audit.record(
                  dsl, tenant, Change.of("environment.tested", "environment", id.value())));
      return new ConnectionReport(
          catalogue.operations().size(), catalogue.defects(), episode.variables().keySet());
    }
  }
}
