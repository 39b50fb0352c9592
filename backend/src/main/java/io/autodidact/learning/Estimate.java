package io.autodidact.learning;

import java.util.List;

/**
 * What a run will probably take, said before it starts. Never more than its budget.
 *
 * @param tokens sampled and trained
 * @param stages the same by stage, in order
 * @param basis what the figures rest on, in plain words
 */
public record Estimate(
    double minutes, long calls, long tokens, List<StageEstimate> stages, String basis) {
  public Estimate {
    stages = List.copyOf(stages);
  }

  /** What one stage will probably take. */
  public record StageEstimate(Stage stage, String label, double minutes, long calls, long tokens) {}
}
