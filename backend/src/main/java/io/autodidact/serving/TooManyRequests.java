package io.autodidact.serving;

import java.time.Duration;

/** The key has used up its requests for now. */
final class TooManyRequests extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final Duration wait;

  TooManyRequests(Duration wait) {
    super("This key has used up its requests for now; try again in " + seconds(wait) + " s.");
    this.wait = wait;
  }

  long seconds() {
    return seconds(wait);
  }

  private static long seconds(Duration wait) {
    return Math.max(1, wait.plusMillis(999).toSeconds());
  }
}
