package io.autodidact.engine;

/**
 * One sequence to learn from; all arrays have length n.
 *
 * @param input token ids x_0 … x_{n-1}
 * @param targets token ids x_1 … x_n
 * @param weights 1 where the target is the agent's own token, 0 elsewhere, scaled as the client
 *     normalises
 * @param logprobs of the targets under the policy that sampled them; zeros where weight is 0
 * @param advantages of the targets; zeros where weight is 0
 */
public record Datum(
    int[] input, int[] targets, float[] weights, float[] logprobs, float[] advantages) {
  public Datum {
    int n = input.length;
    if (targets.length != n
        || weights.length != n
        || logprobs.length != n
        || advantages.length != n) {
      throw new IllegalArgumentException("All parts of a datum have one length");
    }
  }
}
