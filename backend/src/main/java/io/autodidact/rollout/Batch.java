package io.autodidact.rollout;

import io.autodidact.rollout.Rollout.Purpose;

/**
 * What a set of attempts has in common.
 *
 * @param policy as in {@link Rollout.Origin}
 */
public record Batch(Purpose purpose, String policy, int policyVersion, int iteration) {}
