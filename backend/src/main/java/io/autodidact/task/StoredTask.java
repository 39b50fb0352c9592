package io.autodidact.task;

/**
 * A task at rest, and what people think of it.
 *
 * @param version grows with every edit
 */
public record StoredTask(Task task, State state, int version) {
  /** Whether it is used. */
  public enum State {
    KEPT,
    APPROVED,
    DROPPED
  }
}
