package io.autodidact.rollout;

import io.autodidact.connector.Call;
import io.autodidact.connector.Effect;
import io.autodidact.connector.Outcome;
import io.autodidact.connector.Session;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Calls once more, a little later, when the software does not answer; a write is repeated only
 * where the software itself said that it could not serve it.
 */
final class PatientSession {
  private static final Set<Integer> DOWN = Set.of(502, 503, 504);

  private final Session software;
  private final List<Duration> waits;

  PatientSession(Session software, List<Duration> waits) {
    this.software = software;
    this.waits = List.copyOf(waits);
  }

  Outcome act(Call call, Effect effect) throws InterruptedException {
    var outcome = software.act(call);
    for (var wait : waits) {
      if (!isDown(outcome) || !mayRepeat(outcome, effect)) {
        return outcome;
      }
      Thread.sleep(wait);
      outcome = software.act(call);
    }
    return outcome;
  }

  private static boolean mayRepeat(Outcome outcome, Effect effect) {
    return effect == Effect.READ
        || (outcome instanceof Outcome.Broken broken && broken.code() == 503);
  }

  /** Whether the outcome says that the software can not be used now. */
  static boolean isDown(Outcome outcome) {
    return outcome instanceof Outcome.Unreachable
        || (outcome instanceof Outcome.Broken broken && DOWN.contains(broken.code()));
  }
}
