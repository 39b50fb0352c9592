package io.autodidact.learning;

import java.util.Optional;

/**
 * How a run learns, where the defaults are not wanted.
 *
 * @param examTasks how many tasks the exam has, at least 40
 * @param rank of the LoRA adapter
 * @param klCoefficient how strongly the iterations are held to the policy they began with; 0 if not
 *     said
 * @param hindsight whether what failed attempts really did is imitated as tasks of their own; not
 *     if not said
 */
public record RunSettings(
    int examTasks, int rank, Optional<Double> klCoefficient, Optional<Boolean> hindsight) {
  public static final RunSettings DEFAULT =
      new RunSettings(48, 16, Optional.empty(), Optional.empty());

  public RunSettings {
    if (examTasks < 40 || examTasks > 1000) {
      throw new IllegalArgumentException("An exam has 40 to 1,000 tasks, not " + examTasks + ".");
    }
    if (rank < 1 || rank > 256) {
      throw new IllegalArgumentException("A LoRA rank is 1 to 256, not " + rank + ".");
    }
    double coefficient = klCoefficient.orElse(0.0);
    if (!(coefficient >= 0 && coefficient <= 10)) {
      throw new IllegalArgumentException(
          "A KL coefficient is 0 to 10, not " + coefficient + "; 0.01 to 0.1 is usual.");
    }
  }
}
