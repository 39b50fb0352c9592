package io.autodidact.rollout;

import io.autodidact.context.TokenAccount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An attempt as sequences to train on: one where every prompt continues the one before, more where
 * the context was rewritten. Lessons are taken out of the prompts: the policy must learn to do
 * without.
 *
 * @param recompute true where lessons were taken out: the kept log-probabilities are of another
 *     prompt, so old ones must be computed again
 */
public record TrainingView(List<Sequence> sequences, boolean recompute) {
  public TrainingView {
    sequences = List.copyOf(sequences);
  }

  /**
   * Tokens x_0 … x_{n-1} with what is known of each; all arrays have length n.
   *
   * @param step index of the step whose agent sampled the token; −1 for all others
   * @param logprobs of the agent's own tokens under the sampling policy; 0 for all others
   */
  public record Sequence(int[] tokens, int[] step, float[] logprobs) {
    /** How many tokens are the agent's own. */
    public int own() {
      return (int) Arrays.stream(step).filter(index -> index >= 0).count();
    }
  }

  /** The view of an attempt; steps it was given are context, not its own. */
  public static TrainingView of(Rollout rollout) {
    var account = rollout.account();
    boolean strip = account.spent(TokenAccount.Source.EXPERIENCE) > 0;
    return new TrainingView(
        sequences(
            rollout.steps(),
            rollout.origin().givenSteps(),
            strip ? account.opening() : TokenAccount.EMPTY),
        strip);
  }

  /** The view of a reference plan: all of its turns are to be learned. */
  public static TrainingView of(ReferenceTrajectory.Shown.Turns turns) {
    return new TrainingView(sequences(turns.steps(), 0, TokenAccount.EMPTY), false);
  }

  private static List<Sequence> sequences(List<Step> steps, int given, TokenAccount account) {
    var done = new ArrayList<Sequence>();
    var building = new Building();
    for (var step : steps) {
      var prompt = account.cut(step.promptTokens(), TokenAccount.Source.EXPERIENCE);
      if (!building.continuesWith(prompt)) {
        building.finish().ifPresent(done::add);
        building = new Building();
      }
      building.add(prompt, step, step.index() >= given);
    }
    building.finish().ifPresent(done::add);
    return done;
  }
}
