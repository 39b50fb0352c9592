package io.autodidact.connector.openapi;

import java.time.Duration;

/** A moment by which a call must be over, on the clock that never jumps. */
record Deadline(long nanos, Duration allowed) {
  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos(), time);
  }

  Duration left() {
    return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
  }
}
