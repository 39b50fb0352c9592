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

  /** How long it will hold an engine: in all stages but those that only call the software. */
  long engineMilliseconds() {
    return Math.round(
        60_000
            * stages.stream()
                .filter(one -> Ledger.WITH_ENGINE.contains(one.stage()))
                .mapToDouble(StageEstimate::minutes)
                .sum());
  }

  /** What one stage will probably take. */
  public record StageEstimate(Stage stage, String label, double minutes, long calls, long tokens) {}
}
