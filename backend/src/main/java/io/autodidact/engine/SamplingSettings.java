package io.autodidact.engine;

import java.util.List;

/**
 * How to sample.
 *
 * @param temperature 0 is greedy
 * @param seed makes the answer repeatable on one engine; different samples of a prompt still differ
 * @param stopTokens ids that end a sequence
 */
public record SamplingSettings(
    int maxTokens, double temperature, long seed, List<Integer> stopTokens) {
  public SamplingSettings {
    stopTokens = List.copyOf(stopTokens);
  }
}
