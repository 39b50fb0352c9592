package io.autodidact.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ExamStatisticsTest {
  @Test
  void passAtKByHand() {
    // 2 of 4 passed: both of a pair fail in C(2,2)/C(4,2) = 1/6 of the pairs
    assertThat(ExamStatistics.passAt(2, 4, 1)).isCloseTo(0.5, within(1e-12));
    assertThat(ExamStatistics.passAt(2, 4, 2)).isCloseTo(5.0 / 6, within(1e-12));
    assertThat(ExamStatistics.passAt(2, 4, 3)).isEqualTo(1);
    assertThat(ExamStatistics.passAt(0, 4, 4)).isZero();
    assertThat(ExamStatistics.passAt(1, 8, 8)).isEqualTo(1);
  }

  @Test
  void passAtKIsTheShareOfAllSubsetsWithAPass() {
    for (int n = 1; n <= 8; n++) {
      for (int passed = 0; passed <= n; passed++) {
        for (int k = 1; k <= n; k++) {
          assertThat(ExamStatistics.passAt(passed, n, k))
              .isCloseTo(shareOfSubsetsWithAPass(passed, n, k), within(1e-12));
        }
      }
    }
  }

  @Test
  void bootstrapBestByHand() {
    // two draws of {0, 1}: one minus the chance of two zeros
    assertThat(ExamStatistics.bootstrapBest(new double[] {0, 1}, 2)).isCloseTo(0.75, within(1e-12));
    // one draw is the mean
    assertThat(ExamStatistics.bootstrapBest(new double[] {0.2, 0.9, 0.4}, 1))
        .isCloseTo(0.5, within(1e-12));
  }

  @Test
  void bootstrapBestIsWhatAThousandDrawsApproach() {
    var rewards = new double[] {0.1, 0.5, 0.5, 0.7, 1.0};
    var random = new SplittableRandom(11);
    int draws = 200_000;
    double sum = 0;
    for (int draw = 0; draw < draws; draw++) {
      sum += IntStream.range(0, 3).mapToDouble(i -> rewards[random.nextInt(5)]).max().orElseThrow();
    }

    assertThat(ExamStatistics.bootstrapBest(rewards, 3)).isCloseTo(sum / draws, within(0.005));
  }

  @Test
  void figuresOfNothingAreRefused() {
    assertThatThrownBy(() -> ExamStatistics.average(new double[0]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ExamStatistics.passAt(1, 2, 3))
        .hasMessage("pass@3 can not be told from 1 of 2 attempts");
  }

  @Test
  void theIntervalHoldsTheMeanAndRepeatsWithItsSeed() {
    var differences = List.of(1.0, 0.0, 1.0, 1.0, 0.0, -1.0, 1.0, 0.0);

    var interval = PairedBootstrap.of(differences, 5);

    assertThat(interval.mean()).isEqualTo(0.375);
    assertThat(interval.low()).isLessThan(0.375).isGreaterThan(-0.3);
    assertThat(interval.high()).isGreaterThan(0.375).isLessThanOrEqualTo(1);
    assertThat(PairedBootstrap.of(differences, 5)).isEqualTo(interval);
  }

  @Test
  void equalDifferencesLeaveNoDoubt() {
    var interval = PairedBootstrap.of(List.of(1.0, 1.0, 1.0), 1);

    assertThat(List.of(interval.mean(), interval.low(), interval.high())).containsOnly(1.0);
  }

  /** 40 tasks, the size of the smallest exam; the true difference is 0.3. */
  @Test
  void theIntervalHoldsTheTruthInAboutNineteenOfTwentyExams() {
    int exams = 400;
    int held = 0;
    for (int seed = 0; seed < exams; seed++) {
      var random = new SplittableRandom(seed);
      var differences =
          IntStream.range(0, 40)
              .mapToObj(i -> (double) (passes(random, 0.5) - passes(random, 0.2)))
              .toList();
      var interval = PairedBootstrap.of(differences, seed);
      held += interval.low() <= 0.3 && 0.3 <= interval.high() ? 1 : 0;
    }

    assertThat(held / (double) exams).isBetween(0.91, 0.98);
  }

  private static int passes(SplittableRandom random, double chance) {
    return random.nextDouble() < chance ? 1 : 0;
  }

  private static double shareOfSubsetsWithAPass(int passed, int n, int k) {
    var sizes =
        IntStream.range(0, 1 << n).filter(subset -> Integer.bitCount(subset) == k).toArray();
    int passes = (1 << passed) - 1;
    return Arrays.stream(sizes).filter(subset -> (subset & passes) != 0).count()
        / (double) sizes.length;
  }
}
