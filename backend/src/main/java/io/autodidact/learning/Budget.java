package io.autodidact.learning;

import java.time.Duration;

/**
 * What a run may spend; whichever limit is met first ends it cleanly.
 *
 * @param minutes of work, from pick-up to release; pauses do not count
 * @param calls to the software
 * @param tokens sampled and trained
 */
public record Budget(double minutes, long calls, long tokens) {
  /** Twenty minutes, and as many calls and tokens as fit in. */
  public static final Budget DEFAULT = new Budget(20, 1_000_000, 50_000_000);

  public Budget {
    if (!(minutes >= 2 && minutes <= 7 * 24 * 60)) {
      throw new IllegalArgumentException("A budget is 2 minutes to one week, not " + minutes + ".");
    }
    if (calls < 100 || tokens < 10_000) {
      throw new IllegalArgumentException(
          "A run needs at least 100 calls and 10,000 tokens to learn anything.");
    }
  }

  Duration time() {
    return Duration.ofMillis(Math.round(minutes * 60_000));
  }
}
