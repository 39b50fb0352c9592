package io.autodidact.task;

import io.autodidact.connector.Call;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * One call of a plan.
 *
 * @param arguments sources by JSON Pointer into the call's arguments, in the order they are written
 */
public record PlanStep(String operation, Map<String, ValueSource> arguments) {
  public PlanStep {
    arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
  }

  /**
   * The call this step makes, given the results of the steps before it.
   *
   * @return empty if a value it needs is not among them
   */
  public Optional<Call> call(List<JsonNode> results) {
    var built = JsonNodeFactory.instance.objectNode();
    for (var argument : arguments.entrySet()) {
      var value = argument.getValue().resolve(results);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      Values.put(built, argument.getKey(), value.get());
    }
    return Optional.of(new Call(operation, built));
  }
}
