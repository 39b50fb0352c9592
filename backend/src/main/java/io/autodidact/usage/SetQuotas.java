package io.autodidact.usage;

import io.autodidact.tenant.Audit;
import io.autodidact.tenant.Caller;
import io.autodidact.tenant.Change;
import io.autodidact.tenant.Permission;
import io.autodidact.tenant.TenantId;
import io.autodidact.tenant.TenantTransaction;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Says what a tenant may use; for platform admins only. */
@Component
public class SetQuotas {
  private final TenantTransaction tenantTransaction;
  private final QuotaRepository quotas;

  SetQuotas(TenantTransaction tenantTransaction, QuotaRepository quotas) {
    this.tenantTransaction = tenantTransaction;
    this.quotas = quotas;
  }

  /**
   * Takes effect at once; runs that go on stop cleanly where they have passed a quota by it.
   *
   * @throws io.autodidact.tenant.Forbidden unless the caller runs the platform
   * @throws io.autodidact.api.NotFound if there is no such tenant
   */
  public Quotas set(Caller admin, TenantId tenant, Quotas wanted) {
    admin.require(Permission.RUN_PLATFORM);
    tenantTransaction.run(
        tenant,
        dsl -> {
          var before = quotas.find(dsl, tenant);
          quotas.set(dsl, tenant, wanted);
          Audit.record(
              dsl,
              tenant,
              Change.of("quotas.set", "tenant", tenant.value())
                  .from(before)
                  .to(wanted)
                  .with(Map.of("before", before, "after", wanted)));
        });
    return wanted;
  }
}
