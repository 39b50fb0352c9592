package io.autodidact.environment;

import io.autodidact.tenant.TenantId;
import io.autodidact.tenant.TenantTransaction;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Registered software as people look at it. */
@Component
public class EnvironmentQueries {
  private static final int MOST = 1000;

  private final TenantTransaction tenantTransaction;
  private final EnvironmentRepository environments;
  private final CatalogueRepository catalogues;

  EnvironmentQueries(
      TenantTransaction tenantTransaction,
      EnvironmentRepository environments,
      CatalogueRepository catalogues) {
    this.tenantTransaction = tenantTransaction;
    this.environments = environments;
    this.catalogues = catalogues;
  }

  /** The tenant's software by name. */
  public List<EnvironmentSummary> all(TenantId tenant) {
    return tenantTransaction.in(
        tenant, dsl -> environments.summaries(dsl, tenant, "", MOST).items());
  }

  public Optional<Environment> find(TenantId tenant, EnvironmentId id) {
    return tenantTransaction.in(tenant, dsl -> environments.find(dsl, tenant, id));
  }

  /** What the software offers now. */
  public Optional<StoredCatalogue> catalogue(TenantId tenant, EnvironmentId id) {
    return tenantTransaction.in(tenant, dsl -> catalogues.newest(dsl, tenant, id));
  }
}
