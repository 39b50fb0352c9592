package io.autodidact.experience;

import java.util.List;

/**
 * What a lesson was worth: the mean, over groups, of the mean reward with it minus the mean reward
 * without any lesson.
 *
 * @param groups how many groups were compared
 * @param low lower end of the 95 % interval (normal approximation over groups); −1 below two groups
 * @param high upper end; 1 below two groups
 */
public record Lift(int groups, double mean, double low, double high) {
  private static final double Z = 1.96;
  private static final int ENOUGH = 4;

  /** Of the differences of single groups, each in [−1, 1]. */
  static Lift of(List<Double> differences) {
    int n = differences.size();
    double mean = differences.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    if (n < 2) {
      return new Lift(n, mean, -1, 1);
    }
    double squares = differences.stream().mapToDouble(d -> (d - mean) * (d - mean)).sum();
    double half = Z * Math.sqrt(squares / (n - 1) / n);
    return new Lift(n, mean, Math.max(-1, mean - half), Math.min(1, mean + half));
  }

  /** Whether the lesson does harm, as far as enough groups can tell. */
  boolean isHarmful() {
    return groups >= ENOUGH && high < 0;
  }
}
