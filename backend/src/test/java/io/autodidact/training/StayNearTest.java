package io.autodidact.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.autodidact.engine.Datum;
import io.autodidact.engine.Scorer;
import io.autodidact.task.TaskId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StayNearTest {
  private static final float[] OWN = {0, 1, 1};

  @Test
  void whatThePolicyHasComeToLikeBetterLosesAdvantage() throws InterruptedException {
    var example = example(-0.5f, -2f);
    Scorer initial = tokens -> new float[] {-9, -1.5f, -2f};

    var kept = new StayNear(initial, 0.1).apply(List.of(example));

    // d = 1 and 0, their mean 0.5
    assertThat(advantages(kept)).containsExactly(0f, 0.25f - 0.05f, 0.25f + 0.05f);
    double expected = (Math.exp(-1) - 1 + 1) / 2;
    assertThat(kept.divergence()).isCloseTo(expected, within(1e-6));
  }

  @Test
  void aPolicyThatHasNotMovedIsLeftAlone() throws InterruptedException {
    var example = example(-0.5f, -2f);
    Scorer initial = tokens -> new float[] {-3, -0.5f, -2f};

    var kept = new StayNear(initial, 10).apply(List.of(example));

    assertThat(advantages(kept)).containsExactly(0f, 0.25f, 0.25f);
    assertThat(kept.divergence()).isZero();
  }

  @Test
  void noAttemptGainsByItsLengthWhereEverythingMovedAlike() throws InterruptedException {
    Scorer initial =
        tokens -> {
          var scores = new float[tokens.length - 1];
          Arrays.fill(scores, -2f);
          return scores;
        };

    var kept = new StayNear(initial, 1).apply(List.of(example(-1, -1), example(-1, -1)));

    assertThat(advantages(kept)).containsExactly(0f, 0.25f, 0.25f);
    assertThat(kept.divergence()).isPositive();
  }

  @Test
  void theWholeSequenceIsScored() throws InterruptedException {
    Scorer initial =
        tokens -> {
          assertThat(tokens).containsExactly(1, 2, 3, 4);
          return new float[3];
        };

    assertThat(new StayNear(initial, 1).apply(List.of(example(0, 0))).examples()).hasSize(1);
  }

  private static float[] advantages(StayNear.Kept kept) {
    return kept.examples().getFirst().datum().advantages();
  }

  private static TrainingExample example(float second, float third) {
    var datum =
        new Datum(
            new int[] {1, 2, 3},
            new int[] {2, 3, 4},
            OWN.clone(),
            new float[] {0, second, third},
            new float[] {0, 0.25f, 0.25f});
    return new TrainingExample(new TaskId(new UUID(0, 1)), Optional.empty(), datum, 2);
  }
}
