package io.autodidact.task;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;

/**
 * Calls that fulfil a request, in order.
 *
 * @param answer the values a question asks for; empty for a request to change something
 * @param deciding values that decide what is done though no call carries them: who fulfils the
 *     request must have read them
 */
public record Plan(
    List<PlanStep> steps,
    List<ValueSource> answer,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<ValueSource> deciding) {
  public Plan {
    steps = List.copyOf(steps);
    answer = List.copyOf(answer);
    deciding = List.copyOf(deciding);
  }

  public Plan(List<PlanStep> steps, List<ValueSource> answer) {
    this(steps, answer, List.of());
  }
}
