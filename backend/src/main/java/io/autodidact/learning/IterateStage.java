package io.autodidact.learning;

import io.autodidact.engine.Engine;
import io.autodidact.experience.DistilExperience;
import io.autodidact.job.Work;
import io.autodidact.training.Iterate;
import io.autodidact.training.IterationSettings;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Practises, credits every step and learns from it, as often as time allows. */
@Component
class IterateStage implements StageWork {
  private final PracticeGrounds grounds;
  private final Engine engine;
  private final WarmStartStage warmStart;
  private final Iterate iterate;
  private final DistilExperience distil;

  IterateStage(
      PracticeGrounds grounds,
      Engine engine,
      WarmStartStage warmStart,
      Iterate iterate,
      DistilExperience distil) {
    this.grounds = grounds;
    this.engine = engine;
    this.warmStart = warmStart;
    this.iterate = iterate;
    this.distil = distil;
  }

  @Override
  public Stage stage() {
    return Stage.ITERATE;
  }

  @Override
  public void run(Work work, LearningRun run, Duration time) throws InterruptedException {
    if (!time.isPositive()) {
      return;
    }
    var ground = grounds.of(work, run);
    var means =
        new Iterate.Means(
            engine,
            WarmStartStage.shape(run),
            ground,
            warmStart.validation(work, ground),
            (owner, tasks, rollouts) -> distil.run(owner, rollouts, tasks));
    var wanted = run.settings();
    var settings =
        IterationSettings.of(time)
            .with(wanted.klCoefficient().orElse(0.0), wanted.hindsight().orElse(false));
    iterate.run(work, means, settings);
  }
}
