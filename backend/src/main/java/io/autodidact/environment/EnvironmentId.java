package io.autodidact.environment;

import java.util.UUID;

/** Identifies an environment. */
public record EnvironmentId(UUID value) {}
