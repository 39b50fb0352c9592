package io.autodidact.training;

import io.autodidact.engine.Engine;
import io.autodidact.job.Work;
import io.autodidact.rollout.Batch;
import io.autodidact.rollout.Practice;
import io.autodidact.rollout.PracticeSettings;
import io.autodidact.rollout.Rollout;
import io.autodidact.rollout.Rollout.Purpose;
import io.autodidact.rollout.RunRollouts;
import io.autodidact.task.Task;
import java.util.List;

/** Success by greedy attempts at the run's validation tasks. */
public final class ValidationRollouts implements Validation {
  private final PracticeGround ground;
  private final RunRollouts runRollouts;
  private final Engine engine;
  private final PracticeSettings settings;
  private final List<Task> tasks;

  public ValidationRollouts(
      PracticeGround ground,
      RunRollouts runRollouts,
      Engine engine,
      PracticeSettings settings,
      List<Task> tasks) {
    this.ground = ground;
    this.runRollouts = runRollouts;
    this.engine = engine;
    this.settings = settings;
    this.tasks = List.copyOf(tasks);
  }

  @Override
  public double success(Work work, Checkpoint checkpoint) throws InterruptedException {
    var batch =
        new Batch(
            Purpose.VALIDATION, checkpoint.policy(), checkpoint.seq(), checkpoint.iteration());
    var sampler = engine.sampler(checkpoint.samplerPath());
    var practice = new Practice(ground.episodes(), ground.context(), sampler, batch, settings);
    return runRollouts.run(work, practice, tasks).rollouts().stream()
        .mapToDouble(Rollout::reward)
        .average()
        .orElse(0);
  }
}
