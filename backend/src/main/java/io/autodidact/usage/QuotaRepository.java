package io.autodidact.usage;

import static io.autodidact.schema.Tables.QUOTA;
import static io.autodidact.schema.Tables.TENANT;

import io.autodidact.api.NotFound;
import io.autodidact.schema.tables.records.QuotaRecord;
import io.autodidact.tenant.TenantId;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Quotas at rest. */
@Repository
class QuotaRepository {
  private final Quotas defaults;

  QuotaRepository(Quotas defaults) {
    this.defaults = defaults;
  }

  Quotas find(DSLContext dsl, TenantId tenant) {
    return dsl.selectFrom(QUOTA)
        .where(QUOTA.TENANT_ID.eq(tenant.value()))
        .fetchOptional(this::read)
        .orElse(defaults);
  }

  /** As {@link #find}; whoever else asks so waits until this transaction ends. */
  Quotas lock(DSLContext dsl, TenantId tenant) {
    dsl.insertInto(QUOTA).set(QUOTA.TENANT_ID, tenant.value()).onConflictDoNothing().execute();
    return dsl.selectFrom(QUOTA)
        .where(QUOTA.TENANT_ID.eq(tenant.value()))
        .forUpdate()
        .fetchSingle(this::read);
  }

  /**
   * @throws NotFound if there is no such tenant
   */
  void set(DSLContext dsl, TenantId tenant, Quotas quotas) {
    if (!dsl.fetchExists(TENANT, TENANT.TENANT_ID.eq(tenant.value()))) {
      throw new NotFound("tenant");
    }
    lock(dsl, tenant);
    dsl.update(QUOTA)
        .set(QUOTA.PARALLEL_RUNS, quotas.parallelRuns())
        .set(QUOTA.ENGINE_SECONDS_A_MONTH, quotas.engineSecondsAMonth())
        .set(QUOTA.ENVIRONMENTS, quotas.environments())
        .set(QUOTA.TOKENS_A_DAY, quotas.tokensADay())
        .set(QUOTA.REQUESTS_A_MINUTE, quotas.requestsAMinute())
        .where(QUOTA.TENANT_ID.eq(tenant.value()))
        .execute();
  }

  private Quotas read(QuotaRecord row) {
    return new Quotas(
        Optional.ofNullable(row.getParallelRuns()).orElse(defaults.parallelRuns()),
        Optional.ofNullable(row.getEngineSecondsAMonth()).orElse(defaults.engineSecondsAMonth()),
        Optional.ofNullable(row.getEnvironments()).orElse(defaults.environments()),
        Optional.ofNullable(row.getTokensADay()).orElse(defaults.tokensADay()),
        Optional.ofNullable(row.getRequestsAMinute()).orElse(defaults.requestsAMinute()));
  }
}
