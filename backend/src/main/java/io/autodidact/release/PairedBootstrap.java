package io.autodidact.release;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How sure a difference between two candidates is that sat the same exam: tasks are drawn again
 * with replacement, each with both its results, and the middle 95 % of the mean differences is kept
 * (Efron's percentile interval).
 */
public final class PairedBootstrap {
  private static final int DRAWS = 10_000;
  private static final double TAIL = 0.025;

  private PairedBootstrap() {}

  /**
   * The mean of something and where it lies with 95 % confidence.
   *
   * @param n of so many tasks
   */
  public record Interval(double mean, double low, double high, int n) {}

  /**
   * @param differences one a task, at least one
   * @param seed makes it repeatable
   */
  public static Interval of(List<Double> differences, long seed) {
    var values = differences.stream().mapToDouble(Double::doubleValue).toArray();
    if (values.length == 0) {
      throw new IllegalArgumentException("No task was attempted by both candidates");
    }
    var random = new SplittableRandom(seed);
    var means = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      double sum = 0;
      for (int i = 0; i < values.length; i++) {
        sum += values[random.nextInt(values.length)];
      }
      means[draw] = sum / values.length;
    }
    Arrays.sort(means);
    double mean = Arrays.stream(values).average().orElseThrow();
    return new Interval(mean, quantile(means, TAIL), quantile(means, 1 - TAIL), values.length);
  }

  /** Between two ranks, in proportion. */
  private static double quantile(double[] sorted, double share) {
    double rank = share * (sorted.length - 1);
    int below = (int) Math.floor(rank);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (rank - below) * (sorted[above] - sorted[below]);
  }
}
