package io.autodidact.rollout;

import io.autodidact.context.Tokens;
import java.util.Arrays;
import java.util.Optional;

/** A training sequence in the making: grows by prompts that begin with what is there already. */
final class Building {
  private int[] tokens = new int[0];
  private int[] step = new int[0];
  private float[] logprobs = new float[0];

  boolean continuesWith(int[] prompt) {
    return Tokens.startsWith(prompt, tokens);
  }

  void add(int[] prompt, Step said, boolean own) {
    int from = step.length;
    tokens = Tokens.join(prompt, said.completionTokens());
    step = Arrays.copyOf(step, tokens.length);
    logprobs = Arrays.copyOf(logprobs, tokens.length);
    Arrays.fill(step, from, tokens.length, -1);
    if (own) {
      Arrays.fill(step, prompt.length, tokens.length, said.index());
      System.arraycopy(said.logprobs(), 0, logprobs, prompt.length, said.logprobs().length);
    }
  }

  /** The sequence, if any of its tokens is the agent's own. */
  Optional<TrainingView.Sequence> finish() {
    boolean any = Arrays.stream(step).anyMatch(index -> index >= 0);
    return any ? Optional.of(new TrainingView.Sequence(tokens, step, logprobs)) : Optional.empty();
  }
}
