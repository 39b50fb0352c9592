package io.autodidact.training;

import java.time.Duration;
import java.util.OptionalDouble;

/**
 * Weights the engine keeps.
 *
 * @param seq optimiser steps that are in them
 * @param iteration the last finished iteration; 0 in the warm start
 * @param weightsPath to go on training from
 * @param samplerPath to sample from
 * @param used how much of its time the phase had used by then
 * @param validation success on the validation tasks, where it was measured
 */
public record Checkpoint(
    int seq,
    Phase phase,
    int iteration,
    String weightsPath,
    String samplerPath,
    Duration used,
    OptionalDouble validation) {
  /** The policy's name in its attempts. */
  public String policy() {
    return switch (phase) {
      case WARM_START -> "warm-start";
      case ITERATION -> "trained";
    };
  }

  /** Whether the engine keeps one thing under both. */
  public boolean isSameWeightsAs(Checkpoint other) {
    return samplerPath.equals(other.samplerPath);
  }

  /** As measured on the validation tasks. */
  Checkpoint with(double success) {
    return new Checkpoint(
        seq, phase, iteration, weightsPath, samplerPath, used, OptionalDouble.of(success));
  }
}
