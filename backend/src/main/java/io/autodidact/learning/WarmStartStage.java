package io.autodidact.learning;

import io.autodidact.engine.Engine;
import io.autodidact.job.Work;
import io.autodidact.rollout.Limits;
import io.autodidact.rollout.PracticeSettings;
import io.autodidact.rollout.RunRollouts;
import io.autodidact.task.Split;
import io.autodidact.task.TaskRepository;
import io.autodidact.training.AdapterShape;
import io.autodidact.training.PracticeGround;
import io.autodidact.training.ReplayedPlans;
import io.autodidact.training.ValidationRollouts;
import io.autodidact.training.WarmStart;
import io.autodidact.training.WarmStartSettings;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Teaches the policy its own reference plans, until practice teaches more. */
@Component
class WarmStartStage implements StageWork {
  /** This part of the time is kept for measuring what the phase ends with, or a little more. */
  private static final int LAST_VALIDATION = 20;

  private static final Duration LEAST_FOR_VALIDATION = Duration.ofSeconds(8);
  private static final int MOST_FOR_VALIDATION = 6;

  private final PracticeGrounds grounds;
  private final Engine engine;
  private final TaskRepository tasks;
  private final RunRollouts runRollouts;
  private final WarmStart warmStart;

  WarmStartStage(
      PracticeGrounds grounds,
      Engine engine,
      TaskRepository tasks,
      RunRollouts runRollouts,
      WarmStart warmStart) {
    this.grounds = grounds;
    this.engine = engine;
    this.tasks = tasks;
    this.runRollouts = runRollouts;
    this.warmStart = warmStart;
  }

  @Override
  public Stage stage() {
    return Stage.WARM_START;
  }

  @Override
  public void run(Work work, LearningRun run, Duration time) throws InterruptedException {
    if (!time.isPositive()) {
      return;
    }
    var ground = grounds.of(work, run);
    var means =
        new WarmStart.Means(
            engine,
            shape(run),
            new ReplayedPlans(ground, tasks, Limits.SMALL),
            validation(work, ground));
    warmStart.run(work, means, WarmStartSettings.of(time.minus(lastValidation(time))));
  }

  /** A validation takes as long in a short phase as in a long one. */
  private static Duration lastValidation(Duration time) {
    var usual = time.dividedBy(LAST_VALIDATION);
    var wanted = usual.compareTo(LEAST_FOR_VALIDATION) < 0 ? LEAST_FOR_VALIDATION : usual;
    var most = time.dividedBy(MOST_FOR_VALIDATION);
    return wanted.compareTo(most) < 0 ? wanted : most;
  }

  /** Success on the validation tasks, without lessons: the weights are what is measured. */
  ValidationRollouts validation(Work work, PracticeGround ground) {
    var questions = work.commit(dsl -> tasks.inUse(dsl, work.scope(), Split.VALIDATION));
    return new ValidationRollouts(ground, runRollouts, engine, PracticeSettings.GREEDY, questions);
  }

  static AdapterShape shape(LearningRun run) {
    return new AdapterShape(run.settings().rank(), run.seed());
  }
}
