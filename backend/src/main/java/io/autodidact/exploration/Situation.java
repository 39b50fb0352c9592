package io.autodidact.exploration;

import io.autodidact.connector.Call;
import io.autodidact.connector.Outcome;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** One episode as exploring sees it: what set-up bound, what was seen, what was tried in vain. */
final class Situation {
  private record Attempt(String operation, String pointer, JsonNode value) {}

  private final Map<String, JsonNode> variables;
  private final ValuePool pool = new ValuePool();
  private final Set<JsonNode> own = new HashSet<>();
  private final Map<Attempt, Integer> refused = new HashMap<>();
  private final Map<Attempt, Integer> used = new HashMap<>();
  private final Set<JsonNode> refusedCalls = new HashSet<>();
  private final Map<String, Integer> calls = new HashMap<>();
  private Optional<Call> lastRead = Optional.empty();
  private int total;

  Situation(Map<String, JsonNode> variables) {
    this.variables = Map.copyOf(variables);
  }

  /** Takes in what a call brought. */
  void learn(Transition transition, Signature signature) {
    total++;
    calls.merge(signature.name(), 1, Integer::sum);
    var arguments = transition.call().arguments();
    if (transition.outcome() instanceof Outcome.Succeeded) {
      learnSuccess(transition, signature);
    } else {
      refusedCalls.add(identity(signature.name(), arguments));
    }
    for (var slot : signature.path()) {
      var value = arguments.at(slot.pointer());
      var attempt = new Attempt(signature.name(), slot.pointer(), value);
      (transition.outcome().succeeded() ? used : refused).merge(attempt, 1, Integer::sum);
    }
  }

  private void learnSuccess(Transition transition, Signature signature) {
    var harvest = Harvest.of(transition);
    var arguments = transition.call().arguments();
    switch (signature.operation().effect()) {
      case READ -> lastRead = Optional.of(transition.call());
      case WRITE -> {
        arguments.valueStream().forEach(this::mayServeAgain);
        harvest.stream().filter(h -> h.value().isString()).forEach(h -> own.add(h.value()));
        transition
            .provenance()
            .forEach(
                (pointer, provenance) -> {
                  if (provenance instanceof Provenance.Generated
                      && arguments.at(pointer).isString()) {
                    own.add(arguments.at(pointer));
                  }
                });
      }
      case DESTRUCTIVE -> {
        if (!signature.path().isEmpty()
            && Signature.isParameter(signature.operation().path().getLast())) {
          pool.forget(arguments.at(signature.path().getLast().pointer()));
        }
      }
    }
    harvest.forEach(pool::add);
  }

  /** What was written to may now be in a state that allows what it did not before. */
  private void mayServeAgain(JsonNode changed) {
    refused.keySet().removeIf(attempt -> attempt.value().equals(changed));
    refusedCalls.removeIf(call -> call.get(1).valueStream().anyMatch(changed::equals));
  }

  private static JsonNode identity(String operation, JsonNode arguments) {
    return tools.jackson.databind.node.JsonNodeFactory.instance
        .arrayNode()
        .add(operation)
        .add(arguments);
  }

  boolean wasRefused(String operation, JsonNode arguments) {
    return refusedCalls.contains(identity(operation, arguments));
  }

  int refusals(String operation, String pointer, JsonNode value) {
    return refused.getOrDefault(new Attempt(operation, pointer, value), 0);
  }

  int uses(String operation, String pointer, JsonNode value) {
    return used.getOrDefault(new Attempt(operation, pointer, value), 0);
  }

  /** Whether exploring itself brought the value into being. */
  boolean isOwn(JsonNode value) {
    return own.contains(value);
  }

  Map<String, JsonNode> variables() {
    return variables;
  }

  /** A read that worked. */
  Optional<Call> lastRead() {
    return lastRead;
  }

  ValuePool pool() {
    return pool;
  }

  int calls() {
    return total;
  }

  /** How often an operation was called in this episode. */
  int calls(String operation) {
    return calls.getOrDefault(operation, 0);
  }
}
