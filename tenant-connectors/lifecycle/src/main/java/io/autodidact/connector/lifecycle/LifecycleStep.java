package io.autodidact.connector.lifecycle;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One step of set-up or tear-down. {@link Lifecycle} shows the templates.
 *
 * @param repeat how often: a number, a template for one, or a template for a list (once for each of
 *     its elements); once if not said
 * @param when the step runs unless this template gives false, 0, "" or null
 * @param let values drawn before the call, by variable; they may use each other
 * @param call the operation to call; empty for a step that only draws values
 * @param arguments templates of the call's arguments
 * @param bind variable to JSON Pointer of the call's result; "" is the whole result
 * @param optional whether set-up goes on where the software refuses this call
 */
public record LifecycleStep(
    JsonNode repeat,
    JsonNode when,
    Map<String, JsonNode> let,
    String call,
    ObjectNode arguments,
    Map<String, String> bind,
    Boolean optional) {
  public LifecycleStep {
    repeat = repeat == null || repeat.isNull() ? IntNode.valueOf(1) : repeat;
    when = when == null || when.isNull() ? BooleanNode.TRUE : when;
    let = let == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(let));
    call = call == null ? "" : call;
    arguments = arguments == null ? JsonNodeFactory.instance.objectNode() : arguments;
    optional = optional != null && optional;
    bind = bind == null ? Map.of() : Map.copyOf(bind);
  }

  /** Whether the step's variables become lists. */
  boolean repeated() {
    return !(repeat.isInt() && repeat.intValue() == 1);
  }
}
