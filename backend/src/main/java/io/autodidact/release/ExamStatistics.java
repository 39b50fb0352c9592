package io.autodidact.release;

import java.util.Arrays;

/** Figures of one task's rewards. They are averaged over tasks by {@link CandidateScore}. */
final class ExamStatistics {
  private ExamStatistics() {}

  /** Mean reward of the attempts. */
  static double average(double[] rewards) {
    return Arrays.stream(rewards).average().orElseThrow(ExamStatistics::nothing);
  }

  /** The best of all attempts. */
  static double best(double[] rewards) {
    return Arrays.stream(rewards).max().orElseThrow(ExamStatistics::nothing);
  }

  /**
   * The best of k attempts drawn with replacement, on average: what AgentEvolver's validation
   * estimates by drawing a thousand times. With rewards in order r_1 ≤ … ≤ r_n it is
   *
   * <pre>Σ_i r_i ((i/n)^k − ((i−1)/n)^k)</pre>
   */
  static double bootstrapBest(double[] rewards, int k) {
    requireSome(rewards, k);
    var sorted = rewards.clone();
    Arrays.sort(sorted);
    double n = sorted.length;
    double expected = 0;
    for (int i = 1; i <= sorted.length; i++) {
      expected += sorted[i - 1] * (Math.pow(i / n, k) - Math.pow((i - 1) / n, k));
    }
    return expected;
  }

  /**
   * The chance that at least one of k attempts passes, without bias: 1 − C(n−c, k) / C(n, k) for c
   * of n passed (Chen et al. 2021, arXiv 2107.03374, equation 1).
   */
  static double passAt(int passed, int attempts, int k) {
    if (k < 1 || k > attempts || passed < 0 || passed > attempts) {
      throw new IllegalArgumentException(
          "pass@%d can not be told from %d of %d attempts".formatted(k, passed, attempts));
    }
    double allFail = 1;
    for (int i = 0; i < k; i++) {
      allFail *= Math.max(0, attempts - passed - i) / (double) (attempts - i);
    }
    return 1 - allFail;
  }

  private static void requireSome(double[] rewards, int k) {
    if (rewards.length == 0) {
      throw nothing();
    }
    if (k < 1) {
      throw new IllegalArgumentException("The best of %d attempts means nothing".formatted(k));
    }
  }

  private static IllegalArgumentException nothing() {
    return new IllegalArgumentException("A figure needs at least one attempt");
  }
}
