package io.autodidact.learning;

import io.autodidact.tenant.RunScope;
import io.autodidact.tenant.TenantId;
import io.autodidact.usage.Accounts;
import io.autodidact.usage.Accounts.Need;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Estimates what a run will take and reserves it of its tenant's quotas, or lets it not start. */
@Component
class AdmitLearningRun {
  private final EstimateLearningRun estimate;
  private final Accounts accounts;
  private final Ledger ledger;

  AdmitLearningRun(EstimateLearningRun estimate, Accounts accounts, Ledger ledger) {
    this.estimate = estimate;
    this.accounts = accounts;
    this.ledger = ledger;
  }

  Estimate estimate(TenantId tenant, Budget budget) {
    return estimate.estimate(tenant, budget);
  }

  /**
   * Reserves for a run, which may have spent some of its budget before.
   *
   * @throws io.autodidact.usage.QuotaExceeded if it would pass a quota
   */
  void reserve(DSLContext dsl, RunScope scope, Estimate expected) {
    var taken = Ledger.taken(ledger.read(dsl, scope));
    accounts.reserve(
        dsl,
        scope,
        new Need(
            Math.max(0, expected.engineMilliseconds() - taken.engineMilliseconds()),
            Math.max(0, expected.tokens() - taken.tokens())));
  }
}
