package io.autodidact.goal;

import java.util.UUID;

/** A stored goal. */
public record Goal(UUID id, int version, UUID environment, GoalData data) {}
