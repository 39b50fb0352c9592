package io.autodidact.engine;

/** Weights that say how likely they find words that somebody else has said. Thread-safe. */
public interface Scorer {
  /**
   * Natural log-probabilities of x_1 … x_{n−1}, each given what stands before it, [n−1].
   *
   * @param tokens x_0 … x_{n−1}
   * @throws EngineException if the engine can not answer; says whether to try again
   */
  float[] logprobs(int[] tokens) throws InterruptedException;
}
