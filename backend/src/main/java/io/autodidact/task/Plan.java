package io.autodidact.task;

import java.util.List;

/**
 * Calls that fulfil a request, in order.
 *
 * @param answer the values a question asks for; empty for a request to change something
 */
public record Plan(List<PlanStep> steps, List<ValueSource> answer) {
  public Plan {
    steps = List.copyOf(steps);
    answer = List.copyOf(answer);
  }
}
