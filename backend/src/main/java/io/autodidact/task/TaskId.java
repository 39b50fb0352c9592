package io.autodidact.task;

import java.util.UUID;

/** Identifies a task. */
public record TaskId(UUID value) {}
