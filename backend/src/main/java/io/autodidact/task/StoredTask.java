package io.autodidact.task;

/** A task at rest, and what people think of it. */
public record StoredTask(Task task, State state) {
  /** Whether it is used. */
  public enum State {
    KEPT,
    APPROVED,
    DROPPED
  }
}
