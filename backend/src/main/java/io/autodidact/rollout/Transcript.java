package io.autodidact.rollout;

import io.autodidact.context.TokenAccount;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/** What was said and done in one attempt, before anybody judged it. */
public record Transcript(List<Step> steps, Rollout.Ending ending, TokenAccount account) {
  public Transcript {
    steps = List.copyOf(steps);
  }

  /** What the agent answered; a null node where it did not. */
  public JsonNode answer() {
    return Optional.of(steps)
        .filter(all -> !all.isEmpty())
        .map(List::getLast)
        .map(Step::action)
        .filter(Action.Finish.class::isInstance)
        .map(action -> ((Action.Finish) action).answer())
        .orElse(NullNode.getInstance());
  }
}
