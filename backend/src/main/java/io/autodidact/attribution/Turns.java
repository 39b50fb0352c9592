package io.autodidact.attribution;

import io.autodidact.connector.Call;
import io.autodidact.connector.Catalogue;
import io.autodidact.connector.Effect;
import io.autodidact.connector.Operation;
import io.autodidact.connector.Outcome;
import io.autodidact.rollout.Action;
import io.autodidact.rollout.Rollout;
import io.autodidact.rollout.Step;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** The turns of one attempt by their place, 0 to size − 1, and what each did. */
record Turns(Rollout rollout, Catalogue catalogue) {
  int size() {
    return rollout.steps().size();
  }

  IntStream all() {
    return IntStream.range(0, size());
  }

  Step step(int turn) {
    return rollout.steps().get(turn);
  }

  Optional<Call> call(int turn) {
    return step(turn).action() instanceof Action.Operate(var call)
        ? Optional.of(call)
        : Optional.empty();
  }

  /** What a call that succeeded brought back. */
  Optional<JsonNode> result(int turn) {
    return step(turn)
        .observation()
        .outcome()
        .filter(Outcome.Succeeded.class::isInstance)
        .map(outcome -> ((Outcome.Succeeded) outcome).body());
  }

  boolean succeeded(int turn) {
    return call(turn).isPresent() && result(turn).isPresent();
  }

  Optional<Operation> operation(int turn) {
    return call(turn).flatMap(call -> catalogue.find(call.operation()));
  }

  boolean reads(int turn) {
    return operation(turn).filter(operation -> operation.effect() == Effect.READ).isPresent();
  }

  /**
   * Whether it was a successful call that may have changed something, so that the checks were
   * asked.
   */
  boolean wrote(int turn) {
    return succeeded(turn) && !reads(turn);
  }

  boolean sameCall(int turn, int other) {
    return call(turn).isPresent() && call(turn).equals(call(other));
  }

  List<Integer> earlier(int turn) {
    return IntStream.range(0, turn).boxed().toList();
  }

  List<Integer> later(int turn) {
    return IntStream.range(turn + 1, size()).boxed().toList();
  }
}
