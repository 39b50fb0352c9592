package io.autodidact.training;

import io.autodidact.engine.Datum;
import io.autodidact.rollout.RolloutId;
import io.autodidact.task.TaskId;
import java.util.Optional;

/**
 * A sequence to learn from and where it came from.
 *
 * @param rollout the attempt it was; empty for a reference plan
 * @param agentTokens how many of its targets the agent says
 */
public record TrainingExample(
    TaskId task, Optional<RolloutId> rollout, Datum datum, int agentTokens) {

  /** Length of the sequence in tokens. */
  public int tokens() {
    return datum.input().length;
  }
}
