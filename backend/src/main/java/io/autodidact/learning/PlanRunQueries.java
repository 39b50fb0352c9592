package io.autodidact.learning;

import static io.autodidact.schema.Tables.CATALOGUE;
import static io.autodidact.schema.Tables.ENVIRONMENT;
import static io.autodidact.schema.Tables.GOAL;

import io.autodidact.environment.EnvironmentId;
import io.autodidact.tenant.TenantId;
import io.autodidact.tenant.TenantTransaction;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** What somebody chooses from who starts a learning run. */
@Component
public class PlanRunQueries {
  private static final int MOST = 500;

  private final TenantTransaction tenantTransaction;

  PlanRunQueries(TenantTransaction tenantTransaction) {
    this.tenantTransaction = tenantTransaction;
  }

  /**
   * Software that can be learned.
   *
   * @param operations of its newest catalogue
   */
  public record Software(EnvironmentId id, String name, int operations) {}

  /** By name. */
  public List<Software> software(TenantId tenant) {
    return tenantTransaction.in(tenant, dsl -> software(dsl, tenant));
  }

  private static List<Software> software(DSLContext dsl, TenantId tenant) {
    var operations =
        DSL.select(DSL.jsonbArrayLength(CATALOGUE.OPERATIONS))
            .from(CATALOGUE)
            .where(
                CATALOGUE.TENANT_ID.eq(ENVIRONMENT.TENANT_ID),
                CATALOGUE.ENVIRONMENT_ID.eq(ENVIRONMENT.ID))
            .orderBy(CATALOGUE.VERSION.desc())
            .limit(1)
            .<Integer>asField();
    return dsl.select(ENVIRONMENT.ID, ENVIRONMENT.NAME, operations)
        .from(ENVIRONMENT)
        .where(ENVIRONMENT.TENANT_ID.eq(tenant.value()))
        .orderBy(ENVIRONMENT.NAME)
        .limit(MOST)
        .fetch(
            row ->
                new Software(
                    new EnvironmentId(row.value1()),
                    row.value2(),
                    Optional.ofNullable(row.value3()).orElse(0)));
  }

  /** What people want done with it, in their words. */
  public List<String> goals(TenantId tenant, EnvironmentId software) {
    return tenantTransaction.in(
        tenant,
        dsl ->
            dsl.select(GOAL.TEXT)
                .from(GOAL)
                .where(GOAL.TENANT_ID.eq(tenant.value()), GOAL.ENVIRONMENT_ID.eq(software.value()))
                .orderBy(GOAL.ID)
                .limit(MOST)
                .fetch(GOAL.TEXT));
  }
}
