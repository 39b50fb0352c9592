package io.autodidact.learning;

import static io.autodidact.schema.Tables.LEARNING_RUN;

import io.autodidact.api.Conflict;
import io.autodidact.identity.AccessEnded;
import io.autodidact.tenant.RunScope;
import io.autodidact.tenant.TenantId;
import io.autodidact.tenant.TenantTransaction;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A tenant that is shut out has its runs stopped; what they learned stays, and they can resume. */
@Component
class StopRunsOfDisabledTenant {
  private static final Logger LOG = LoggerFactory.getLogger(StopRunsOfDisabledTenant.class);

  private final TenantTransaction tenantTransaction;
  private final StopLearningRun stop;

  StopRunsOfDisabledTenant(TenantTransaction tenantTransaction, StopLearningRun stop) {
    this.tenantTransaction = tenantTransaction;
    this.stop = stop;
  }

  @EventListener
  void accessEnded(AccessEnded ended) {
    if (ended.person().isEmpty()) {
      underway(ended.tenant()).forEach(run -> stop(new RunScope(ended.tenant(), run)));
    }
  }

  private List<UUID> underway(TenantId tenant) {
    return tenantTransaction.in(
        tenant,
        dsl ->
            dsl.select(LEARNING_RUN.ID)
                .from(LEARNING_RUN)
                .where(
                    LEARNING_RUN.TENANT_ID.eq(tenant.value()),
                    LEARNING_RUN.STATE.in(RunState.QUEUED.name(), RunState.RUNNING.name()))
                .fetch(LEARNING_RUN.ID));
  }

  private void stop(RunScope scope) {
    try {
      stop.cancel(scope);
    } catch (Conflict ended) {
      LOG.trace("Run {} had ended by itself", scope.learningRun());
    }
  }
}
