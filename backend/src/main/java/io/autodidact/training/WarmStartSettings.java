package io.autodidact.training;

import java.time.Duration;

/**
 * How long and how fast to imitate reference plans.
 *
 * @param share of the run's time for this phase; the learning rate falls linearly over it
 * @param learningRate at the beginning
 * @param batch demonstrations an optimiser step
 * @param mostSteps where the share is not the limit, on a fast machine
 * @param checkpointEvery so many steps
 * @param validations how often to measure success on the way, evenly over the phase
 */
public record WarmStartSettings(
    Duration share,
    double learningRate,
    int batch,
    int mostSteps,
    int checkpointEvery,
    int validations) {
  /** In a shorter phase a test on the way would cost more than an early end could save. */
  private static final Duration LONG = Duration.ofMinutes(3);

  /** What did best on two cores (rank 16): batches of 8, learning rate 2e-3. */
  public static WarmStartSettings of(Duration share) {
    return new WarmStartSettings(share, 2e-3, 8, 2000, 10, share.compareTo(LONG) < 0 ? 1 : 3);
  }

  public WarmStartSettings {
    if (!share.isPositive() || batch < 1 || mostSteps < 1 || checkpointEvery < 1) {
      throw new IllegalArgumentException("A warm start takes time, steps and examples");
    }
  }
}
