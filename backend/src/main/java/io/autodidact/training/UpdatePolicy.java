package io.autodidact.training;

import io.autodidact.attribution.Credits;
import io.autodidact.engine.Engine;
import io.autodidact.engine.Scorer;
import io.autodidact.job.Work;
import io.autodidact.training.IterationSettings.Update;
import java.util.List;

/** Takes the optimiser steps of an iteration. */
record UpdatePolicy(Engine engine, TrainingRecords records, TrainingSession session) {
  /**
   * What an iteration has to learn from.
   *
   * @param shown reference plans to imitate beside the attempts
   */
  record Lesson(int iteration, Credits credits, List<TrainingExample> shown, Update update) {
    Lesson {
      shown = List.copyOf(shown);
    }
  }

  void learn(Work work, Lesson lesson, IterationLog log) throws InterruptedException {
    var batch = batch(work, lesson);
    log.apart(batch.divergence());
    var steps = batch.steps(lesson.iteration(), lesson.update());
    for (int i = 0; i < steps.size(); i++) {
      work.progress("learning from " + batch.size() + " attempts", i, steps.size());
      log.applied(session.apply(steps.get(i)).metrics());
    }
  }

  private IterationBatch batch(Work work, Lesson lesson) throws InterruptedException {
    var update = lesson.update();
    var batch = IterationBatch.of(lesson.credits().withSignal(), lesson.shown(), session, update);
    return update.klCoefficient() == 0
        ? batch
        : batch.near(new StayNear(initial(work), update.klCoefficient()));
  }

  /** The weights that the iterations began with. */
  private Scorer initial(Work work) throws InterruptedException {
    var initial =
        work.commit(dsl -> records.checkpoints().last(dsl, work.scope(), Phase.WARM_START));
    return engine.scorer(initial.orElseThrow().samplerPath());
  }
}
