package io.autodidact.exploration;

import io.autodidact.connector.Outcome;
import java.util.Optional;

/** What became of the calls of one operation. */
final class History {
  private int calls;
  private int successes;
  private int fruitless;
  private double discouragement;
  private Optional<Outcome> lastFailure = Optional.empty();

  void succeeded() {
    calls++;
    successes++;
    fruitless = 0;
    discouragement = 0;
  }

  /**
   * @param weight how much the failure speaks against trying again, 1 for an ordinary one
   */
  void failed(Outcome outcome, double weight) {
    calls++;
    fruitless++;
    discouragement += weight;
    lastFailure = Optional.of(outcome);
  }

  /** Something was learned that makes another attempt worthwhile. */
  void encourage() {
    discouragement = Math.max(0, discouragement - 1);
  }

  int calls() {
    return calls;
  }

  int successes() {
    return successes;
  }

  boolean reached() {
    return successes > 0;
  }

  int fruitless() {
    return fruitless;
  }

  double discouragement() {
    return discouragement;
  }

  Optional<Outcome> lastFailure() {
    return lastFailure;
  }
}
