package io.autodidact.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.autodidact.rollout.TrainingView.Sequence;
import io.autodidact.task.TaskId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ExamplesTest {
  private static final Sequence SEQUENCE =
      new Sequence(
          new int[] {10, 11, 12, 13, 14},
          new int[] {-1, -1, 0, -1, 1},
          new float[] {0, 0, -0.5f, 0, -0.25f});

  @Test
  void onlyTheAgentsOwnTokensCountEachPredictedByTheOneBefore() {
    var example = Examples.imitation(new TaskId(new UUID(1, 2)), SEQUENCE);
    assertThat(example.datum().input()).containsExactly(10, 11, 12, 13);
    assertThat(example.datum().targets()).containsExactly(11, 12, 13, 14);
    assertThat(example.datum().weights()).containsExactly(0, 1, 0, 1);
    assertThat(example.agentTokens()).isEqualTo(2);
  }

  @Test
  void recomputedLogprobsStandOnlyAtTheAgentsTokens() {
    var example = Examples.imitation(new TaskId(new UUID(1, 2)), SEQUENCE);
    var again = Examples.with(example, new float[] {-1, -2, -3, -4});
    assertThat(again.datum().logprobs()).containsExactly(0, -2, 0, -4);
  }

  @Test
  void weightsAreScaledForTokensOfReferencePlans() {
    var example = Examples.imitation(new TaskId(new UUID(1, 2)), SEQUENCE);
    assertThat(Examples.weighted(example, 0.5f).datum().weights())
        .containsExactly(0, 0.5f, 0, 0.5f);
  }
}
