package io.autodidact.engine;

import java.util.List;

/** Weights that answer. Thread-safe; waiting calls are batched by the engine. */
public interface Sampler {
  /**
   * Samples {@code count} continuations of one prompt and waits for them.
   *
   * @param prompt [p] token ids
   * @throws EngineException if the engine can not answer; says whether to try again
   */
  List<SampledSequence> sample(int[] prompt, int count, SamplingSettings settings)
      throws InterruptedException;
}
