package io.autodidact.task;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One call of a plan.
 *
 * @param arguments sources by JSON Pointer into the call's arguments, in the order they are written
 */
public record PlanStep(String operation, Map<String, ValueSource> arguments) {
  public PlanStep {
    arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
  }
}
