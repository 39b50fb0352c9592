package io.autodidact.context;

/**
 * The prompt of one call of the model, as it stood.
 *
 * @param tokens [p] token ids, ending where the agent's words begin
 * @param account whose tokens they are, in order
 */
public record Snapshot(int[] tokens, TokenAccount account) {}
