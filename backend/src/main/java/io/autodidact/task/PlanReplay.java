package io.autodidact.task;

import io.autodidact.connector.Call;
import io.autodidact.connector.Outcome;
import io.autodidact.connector.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What happened when a plan was carried out.
 *
 * @param steps the calls made, in order, with what came of them; stops at the first that failed
 * @param answer the values the plan's question asks for; empty for a change
 * @param problem why the plan could not be carried out to its end, if it could not
 */
public record PlanReplay(List<Done> steps, List<JsonNode> answer, Optional<String> problem) {
  public PlanReplay {
    steps = List.copyOf(steps);
    answer = List.copyOf(answer);
  }

  /** A call of the plan and its outcome. */
  public record Done(Call call, Outcome outcome) {}

  /** Whether every step succeeded and every value of the answer was found. */
  public boolean succeeded() {
    return problem.isEmpty();
  }

  /** Carries the plan out, each step with values from the results before it. */
  public static PlanReplay of(Plan plan, Session session) throws InterruptedException {
    var done = new ArrayList<Done>();
    var results = new ArrayList<JsonNode>();
    for (PlanStep step : plan.steps()) {
      var call = step.call(results);
      if (call.isEmpty()) {
        return stopped(done, step.operation() + " needs a value that no earlier step brought");
      }
      var outcome = session.act(call.get());
      done.add(new Done(call.get(), outcome));
      if (!(outcome instanceof Outcome.Succeeded(int code, JsonNode body))) {
        return stopped(done, step.operation() + " did not succeed: " + outcome);
      }
      results.add(body == null ? MissingNode.getInstance() : body);
    }
    return plan.deciding().stream().anyMatch(source -> source.resolve(results).isEmpty())
        ? stopped(done, "A value that decides what is done is not in the results")
        : answered(plan, done, results);
  }

  private static PlanReplay answered(Plan plan, List<Done> done, List<JsonNode> results) {
    var answer = new ArrayList<JsonNode>();
    for (ValueSource source : plan.answer()) {
      var value = source.resolve(results);
      if (value.isEmpty()) {
        return stopped(done, "The answer is not in the results");
      }
      answer.add(value.get());
    }
    return new PlanReplay(done, answer, Optional.empty());
  }

  private static PlanReplay stopped(List<Done> done, String problem) {
    return new PlanReplay(done, List.of(), Optional.of(problem));
  }
}
