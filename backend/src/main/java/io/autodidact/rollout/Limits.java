package io.autodidact.rollout;

import java.time.Duration;

/**
 * How far an attempt may go.
 *
 * @param tokens prompt and completion together
 * @param turnTokens sampled in one turn
 */
public record Limits(int steps, int tokens, int turnTokens, Duration time) {
  /** For small models on a small machine. */
  public static final Limits SMALL = new Limits(8, 700, 48, Duration.ofMinutes(3));

  public Limits {
    if (steps < 1 || tokens < 1 || turnTokens < 1 || !time.isPositive()) {
      throw new IllegalArgumentException("Limits must leave room for at least one step");
    }
  }
}
