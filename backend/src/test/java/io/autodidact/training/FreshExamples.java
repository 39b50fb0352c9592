package io.autodidact.training;

import io.autodidact.engine.Datum;
import io.autodidact.job.Work;
import io.autodidact.task.TaskId;
import java.util.Optional;
import java.util.UUID;

/**
 * Demonstrations without software: the number in tokens, each with a task of its own in the run.
 */
final class FreshExamples implements Demonstrations {
  private final String split;

  FreshExamples(String split) {
    this.split = split;
  }

  @Override
  public TrainingExample make(Work work, int number) {
    UUID task = new UUID(work.scope().learningRun().getMostSignificantBits(), number);
    work.commit(
        dsl ->
            dsl.execute(
                """
                INSERT INTO task (tenant_id, id, learning_run_id, family, difficulty, split, state,
                  request, episode_seed, plan, checks)
                VALUES (?, ?, ?, 'family', 1, ?, 'KEPT', 'do', ?, '{}', '{}') ON CONFLICT DO NOTHING
                """,
                work.scope().tenant().value(),
                task,
                work.scope().learningRun(),
                split,
                (long) number));
    var datum =
        new Datum(
            new int[] {1, number},
            new int[] {number, 2},
            new float[] {0, 1},
            new float[2],
            new float[2]);
    return new TrainingExample(new TaskId(task), Optional.empty(), datum, 1);
  }
}
