package io.autodidact.training;

import java.time.Duration;

/**
 * Where a warm start stands: as far as its time or its steps are used, whichever is further.
 *
 * @param used of its time
 */
record WarmStartSchedule(WarmStartSettings settings, Duration used, int steps) {
  /** Lowest share of the first learning rate, so that the last steps still count. */
  private static final double FLOOR = 0.02;

  /** In [0, 1]. */
  double progress() {
    double time = (double) used.toMillis() / settings.share().toMillis();
    return Math.min(1, Math.max(time, (double) steps / settings.mostSteps()));
  }

  double learningRate() {
    return settings.learningRate() * Math.max(FLOOR, 1 - progress());
  }

  boolean isOver() {
    return progress() >= 1;
  }

  /** Whether a measurement is due: the next stretch has begun since so many were made. */
  boolean validationIsDue(int made) {
    return settings.validations() > 0
        && progress() >= (double) (made + 1) / settings.validations()
        && made + 1 < settings.validations();
  }
}
