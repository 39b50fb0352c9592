package io.autodidact.serving;

import io.autodidact.connector.Call;
import io.autodidact.connector.Outcome;
import io.autodidact.connector.Session;
import io.autodidact.release.Release;
import io.autodidact.tenant.Audit;
import io.autodidact.tenant.Change;
import io.autodidact.tenant.TenantTransaction;
import java.util.Map;

/**
 * Makes calls that change a tenant's live software. Each is written down before it is made, so that
 * none is made that the audit does not know, and again with what came of it.
 */
final class LiveCalls {
  private final TenantTransaction tenantTransaction;
  private final Release release;

  LiveCalls(TenantTransaction tenantTransaction, Release release) {
    this.tenantTransaction = tenantTransaction;
    this.release = release;
  }

  Outcome make(Session software, Call call) throws InterruptedException {
    var agent = release.manifest().agent() + "@v" + release.version();
    record(
        Change.of("software.call", "operation", call.operation())
            .to(call.arguments())
            .with(Map.of("release", agent)));
    var outcome = software.act(call);
    record(
        Change.of("software.answer", "operation", call.operation())
            .with(Map.of("release", agent, "outcome", words(outcome))));
    return outcome;
  }

  private void record(Change change) {
    tenantTransaction.run(release.tenant(), dsl -> Audit.record(dsl, release.tenant(), change));
  }

  private static String words(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Succeeded succeeded -> "succeeded " + succeeded.code();
      case Outcome.Refused refused -> "refused " + refused.code();
      case Outcome.Broken broken -> "broken " + broken.code();
      case Outcome.Unreachable unreachable -> "unreachable";
    };
  }
}
