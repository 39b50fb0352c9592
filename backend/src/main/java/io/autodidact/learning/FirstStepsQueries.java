package io.autodidact.learning;

import static io.autodidact.schema.Tables.ENVIRONMENT;
import static io.autodidact.schema.Tables.GOAL;
import static io.autodidact.schema.Tables.LEARNING_RUN;
import static io.autodidact.schema.Tables.RELEASE_ALIAS;

import io.autodidact.tenant.TenantId;
import io.autodidact.tenant.TenantTransaction;
import org.springframework.stereotype.Component;

/** How far a company has come on its way to the first agent that works. */
@Component
public class FirstStepsQueries {
  private final TenantTransaction tenantTransaction;

  FirstStepsQueries(TenantTransaction tenantTransaction) {
    this.tenantTransaction = tenantTransaction;
  }

  /**
   * What was done at least once.
   *
   * @param software connected
   * @param goal stated
   * @param run started
   * @param agent released
   */
  public record FirstSteps(boolean software, boolean goal, boolean run, boolean agent) {
    public boolean all() {
      return software && goal && run && agent;
    }
  }

  public FirstSteps of(TenantId tenant) {
    var id = tenant.value();
    return tenantTransaction.in(
        tenant,
        dsl ->
            new FirstSteps(
                dsl.fetchExists(ENVIRONMENT, ENVIRONMENT.TENANT_ID.eq(id)),
                dsl.fetchExists(GOAL, GOAL.TENANT_ID.eq(id)),
                dsl.fetchExists(LEARNING_RUN, LEARNING_RUN.TENANT_ID.eq(id)),
                dsl.fetchExists(RELEASE_ALIAS, RELEASE_ALIAS.TENANT_ID.eq(id))));
  }
}
