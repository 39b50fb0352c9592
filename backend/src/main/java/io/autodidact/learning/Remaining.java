package io.autodidact.learning;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * Guesses how long a stage will still take, from how fast its bar has moved so far. Too early to
 * say, it is what the budget leaves, if that is a limit at all.
 */
final class Remaining {
  /** The share of the bar that has to be seen moving before its speed says something. */
  private static final double ENOUGH = 0.1;

  private static final Duration NO_LIMIT = Duration.ofDays(30);

  private final Duration limit;
  private Moment first = new Moment(0, 0, Duration.ZERO);

  private record Moment(int done, int total, Duration elapsed) {
    double share() {
      return (double) done / total;
    }
  }

  Remaining(Duration limit) {
    this.limit = limit;
  }

  /**
   * Seconds left, empty if nobody can say.
   *
   * @param elapsed since the stage was begun or picked up
   */
  synchronized OptionalLong seconds(int done, int total, Duration elapsed) {
    var now = new Moment(done, Math.max(1, total), elapsed);
    if (first.total() != now.total()) {
      // A stage picked up again does not begin with an empty bar; nor does another bar.
      first = now.share() < ENOUGH ? new Moment(0, now.total(), Duration.ZERO) : now;
    }
    long bySpeed = bySpeed(now);
    long byBudget = limit.minus(elapsed).toSeconds();
    if (limit.compareTo(NO_LIMIT) < 0) {
      return OptionalLong.of(Math.max(0, Math.min(bySpeed, byBudget)));
    }
    return bySpeed == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(bySpeed);
  }

  private long bySpeed(Moment now) {
    double moved = now.share() - first.share();
    if (moved < ENOUGH) {
      return Long.MAX_VALUE;
    }
    double seconds = now.elapsed().minus(first.elapsed()).toMillis() / 1000.0;
    return Math.round(seconds * (1 - now.share()) / moved);
  }
}
