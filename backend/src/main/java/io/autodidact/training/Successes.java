package io.autodidact.training;

import java.util.ArrayList;
import java.util.List;

/** Success on the validation tasks as it was measured on the way. */
final class Successes {
  private final List<Double> measured;

  Successes(List<Double> measured) {
    this.measured = new ArrayList<>(measured);
  }

  void add(double success) {
    measured.add(success);
  }

  int count() {
    return measured.size();
  }

  /** The last; 0 before the first. */
  double last() {
    return measured.isEmpty() ? 0 : measured.getLast();
  }

  /** How many measurements in a row, up to the last, were no better than the best before them. */
  int withoutRise() {
    double best = -1;
    int stale = 0;
    for (double success : measured) {
      stale = success > best ? 0 : stale + 1;
      best = Math.max(best, success);
    }
    return stale;
  }
}
