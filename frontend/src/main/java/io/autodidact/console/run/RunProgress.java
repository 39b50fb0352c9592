package io.autodidact.console.run;

import io.autodidact.learning.LearningRun;
import io.autodidact.learning.Stage;
import java.time.Duration;
import java.util.Optional;

/**
 * How far a run is.
 *
 * @param share of the current stage that is done, in [0, 1]
 * @param left until the stage ends, by what it has done so far
 */
record RunProgress(Stage stage, double share, String doing, Optional<Duration> left) {
  static RunProgress of(LearningRun run) {
    var progress = run.progress();
    boolean current = progress.path("stage").asString("").equals(run.stage().name());
    double total = progress.path("total").asDouble(0);
    double share = current && total > 0 ? progress.path("done").asDouble(0) / total : 0;
    return new RunProgress(
        run.stage(),
        Math.clamp(share, 0, 1),
        current ? progress.path("doing").asString("") : "",
        current && progress.path("secondsLeft").asLong(-1) >= 0 && !run.state().ended()
            ? Optional.of(Duration.ofSeconds(progress.path("secondsLeft").asLong()))
            : Optional.empty());
  }

  /** Share of one stage that is done. */
  double of(Stage other) {
    return other.compareTo(stage) < 0 ? 1 : other == stage ? share : 0;
  }

  /** Share of all stages that is done, each counted alike. */
  double whole() {
    int stages = Stage.DONE.ordinal();
    return Math.clamp((stage.ordinal() + (stage == Stage.DONE ? 0 : share)) / stages, 0, 1);
  }
}
