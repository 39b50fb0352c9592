package io.autodidact.environment;

import java.time.Instant;

/**
 * An environment in a list.
 *
 * @param operations how many its newest catalogue offers
 */
public record EnvironmentSummary(
    EnvironmentId id, String name, String kind, int operations, Instant createdAt) {}
