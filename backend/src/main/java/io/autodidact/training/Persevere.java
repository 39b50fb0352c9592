package io.autodidact.training;

import io.autodidact.engine.Engine;
import io.autodidact.engine.EngineException;
import io.autodidact.job.Work;
import java.util.Map;

/**
 * Goes on from the last checkpoint when the engine is lost on the way, as long as there is
 * progress.
 */
record Persevere(Work work, Engine engine, AdapterShape shape, TrainingRecords records) {
  private static final int LOSSES_IN_A_ROW = 5;

  /** A phase, from where the session stands to its end. */
  interface Phased {
    Checkpoint run(TrainingSession session) throws InterruptedException;
  }

  Checkpoint through(Phased phase) throws InterruptedException {
    int reached = -1;
    int losses = 0;
    while (true) {
      try (var session = TrainingSession.resume(work, engine, records, shape)) {
        return phase.run(session);
      } catch (EngineException e) {
        int now = reached();
        losses = now > reached ? 1 : losses + 1;
        reached = now;
        if (!e.retryable() || losses > LOSSES_IN_A_ROW) {
          throw e;
        }
        work.tell("engine-lost", Map.of("reason", e.getMessage(), "goesOnFromStep", now));
      }
    }
  }

  private int reached() {
    return work.commit(
        dsl -> records.checkpoints().last(dsl, work.scope()).map(Checkpoint::seq).orElse(0));
  }
}
