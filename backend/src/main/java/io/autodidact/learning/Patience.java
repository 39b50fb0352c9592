package io.autodidact.learning;

import java.time.Duration;
import java.util.Optional;

/**
 * How often and when to try again after troubles that may pass: later each time, as long as there
 * is progress.
 */
final class Patience {
  private static final int TRIES = 6;
  private static final Duration FIRST = Duration.ofSeconds(2);

  private long reached = -1;
  private int inARow;

  /**
   * How long to wait now; empty when it was tried often enough.
   *
   * @param now grows when there is progress
   */
  Optional<Duration> after(long now) {
    inARow = now > reached ? 1 : inARow + 1;
    reached = now;
    return inARow > TRIES ? Optional.empty() : Optional.of(FIRST.multipliedBy(1L << (inARow - 1)));
  }
}
