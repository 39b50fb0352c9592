package io.autodidact.environment;

import io.autodidact.connector.Effect;
import io.autodidact.connector.Operation;
import io.autodidact.tenant.StoredJson;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Set-up steps that fill a fresh place with made-up things, each with what was made before it. They
 * are optional: what the software refuses is left out.
 */
record FillPlan(List<ObjectNode> steps, List<String> operations) {
  private static final int MOST = 10;

  FillPlan {
    steps = List.copyOf(steps);
    operations = List.copyOf(operations);
  }

  /**
   * The step that makes the place itself and binds what names it; empty if its input is unclear.
   */
  static Optional<ObjectNode> making(Operation operation, String key, String variable) {
    var step = StoredJson.MAPPER.createObjectNode().put("call", operation.name());
    var named = named(operation, key, variable);
    var templates = new ValueTemplates(Map.of(), Set.of());
    if (named.isPresent()) {
      step.putObject("let").put(variable, "try-${fresh}");
    }
    var arguments = templates.required(operation, named.map(Set::of).orElse(Set.of()));
    if (arguments.isEmpty()) {
      return Optional.empty();
    }
    named.ifPresentOrElse(
        property -> arguments.get().put(property, "${" + variable + "}"),
        () -> step.putObject("bind").put(variable, "/id"));
    step.set("arguments", arguments.get());
    return Optional.of(step);
  }

  /** The property of the body by which the thing is named, where the answer brings no id. */
  private static Optional<String> named(Operation operation, String key, String noun) {
    if (operation.result().map(result -> result.path("properties").has("id")).orElse(false)) {
      return Optional.empty();
    }
    return operation.arguments().path("properties").propertyNames().stream()
        .filter(name -> name.equals(key) || name.equals(noun))
        .findFirst();
  }

  /**
   * Fills a place.
   *
   * @param bound parameters that name the place, to their variables
   */
  static FillPlan of(List<Operation> all, Map<String, String> bound, Operation making) {
    var steps = new ArrayList<ObjectNode>();
    var used = new LinkedHashSet<String>();
    var made = new LinkedHashSet<String>();
    boolean more = true;
    while (more && steps.size() < MOST) {
      more = false;
      for (var operation : all) {
        if (steps.size() < MOST
            && !used.contains(operation.name())
            && !operation.equals(making)
            && creates(operation, all)
            && bound.keySet().stream().allMatch(name -> has(operation, name))) {
          var arguments = new ValueTemplates(bound, made).required(operation, Set.of());
          if (arguments.isPresent()) {
            var things = operation.path().getLast().replaceAll("[^A-Za-z0-9]", "_");
            steps.add(step(operation, things, arguments.get()));
            used.add(operation.name());
            made.add(things);
            more = true;
          }
        }
      }
    }
    return new FillPlan(steps, List.copyOf(used));
  }

  private static ObjectNode step(Operation operation, String things, JsonNode arguments) {
    var step = StoredJson.MAPPER.createObjectNode();
    step.put("repeat", "${number:3..6}").put("call", operation.name());
    step.set("arguments", arguments);
    step.putObject("bind").put(things, "");
    return step.put("optional", true);
  }

  private static boolean has(Operation operation, String argument) {
    return operation.arguments().path("properties").has(argument);
  }

  /** Whether it adds to a collection that can also be looked at. */
  private static boolean creates(Operation operation, List<Operation> all) {
    var path = operation.path();
    return operation.effect() == Effect.WRITE
        && operation.effectReason().startsWith("POST")
        && !path.isEmpty()
        && !path.getLast().startsWith("{")
        && all.stream()
            .anyMatch(other -> other.effect() == Effect.READ && other.path().equals(path));
  }
}
