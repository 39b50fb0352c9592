package io.autodidact.learning;

import io.autodidact.learning.LearningWork.Records;
import io.autodidact.tenant.RunScope;
import io.autodidact.usage.Accounts.Need;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;

/**
 * Looks now and then, in a transaction that is there anyway, whether a run has reached a quota of
 * its tenant, and says so once.
 */
final class QuotaWatch {
  private static final long EVERY_NANOS = 1_000_000_000L;

  private final Records records;
  private final RunScope scope;
  private final Optional<Need> keepBack;
  private long lookedAt = System.nanoTime() - EVERY_NANOS;
  private volatile boolean reached;

  QuotaWatch(Records records, RunScope scope, Optional<Need> keepBack) {
    this.records = records;
    this.scope = scope;
    this.keepBack = keepBack;
  }

  synchronized void look(DSLContext dsl) {
    long now = System.nanoTime();
    if (keepBack.isEmpty() || reached || now - lookedAt < EVERY_NANOS) {
      return;
    }
    lookedAt = now;
    var standing = records.ledger().reached(dsl, scope, keepBack.get());
    if (standing.isPresent()) {
      reached = true;
      var text =
          "A quota is reached: %,d of %,d %s are used and %,d are reserved by other runs. What was"
              + " learned is examined and offered.";
      records
          .events()
          .add(
              dsl,
              scope,
              "quota",
              Map.of(
                  "text",
                  text.formatted(
                      standing.get().used(),
                      standing.get().limit(),
                      standing.get().quota().label(),
                      standing.get().reserved())));
    }
  }

  boolean isReached() {
    return reached;
  }
}
