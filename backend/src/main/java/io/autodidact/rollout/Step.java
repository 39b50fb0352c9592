package io.autodidact.rollout;

/**
 * One turn of an attempt, token for token as sampled.
 *
 * @param thought the agent's words outside the call; may be empty
 * @param promptTokens token ids the model was given, [p]
 * @param completionTokens token ids it sampled, [c], the end-of-turn token included
 * @param logprobs natural log-probabilities of the completion under the sampling policy, [c]
 * @param milliseconds the whole turn took: sampling, acting, checking
 */
public record Step(
    int index,
    String thought,
    Action action,
    Observation observation,
    int[] promptTokens,
    int[] completionTokens,
    float[] logprobs,
    int milliseconds) {
  public Step {
    if (completionTokens.length != logprobs.length) {
      throw new IllegalArgumentException("Every sampled token has one log-probability");
    }
  }
}
