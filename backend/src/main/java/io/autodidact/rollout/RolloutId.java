package io.autodidact.rollout;

import java.util.UUID;

/** Identifies a rollout. */
public record RolloutId(UUID value) {}
