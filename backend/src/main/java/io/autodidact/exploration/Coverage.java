package io.autodidact.exploration;

import java.util.List;

/** Which operations were reached, which refused, which never could be called, and why. */
public record Coverage(List<Reach> operations) {
  public Coverage {
    operations = List.copyOf(operations);
  }

  /** How far exploring got with one operation. */
  public enum State {
    REACHED,
    REFUSED,
    UNREACHABLE,
    FORBIDDEN
  }

  /**
   * @param reason why it was not reached, in plain words; empty when it was
   */
  public record Reach(String operation, State state, int calls, String reason) {}

  /** How many operations answered with success at least once. */
  public long reached() {
    return operations.stream().filter(reach -> reach.state() == State.REACHED).count();
  }
}
