package io.autodidact.engine;

/**
 * What the engine sampled.
 *
 * @param tokens [c] token ids, the stop token included where one was met
 * @param logprobs [c] natural log-probabilities under the sampling policy
 * @param stopped true at a stop token or string, false at the length limit
 */
public record SampledSequence(int[] tokens, float[] logprobs, boolean stopped) {}
