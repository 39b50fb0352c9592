package io.autodidact.task;

import io.autodidact.connector.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * One value a call takes.
 *
 * @param pointer where it lies in the arguments; the first element stands for an array
 * @param name its own name, or that of the array it is an element of
 * @param schema its JSON Schema
 * @param required whether a call without it makes no sense
 */
record Parameter(String pointer, String name, JsonNode schema, boolean required) {
  private static final int DEEPEST = 4;

  /** All values that a call of that operation may carry. */
  static List<Parameter> of(Operation operation) {
    var found = new ArrayList<Parameter>();
    collect("", "", operation.arguments(), true, found);
    return found;
  }

  boolean is(String type) {
    var declared = schema.path("type");
    return declared.isArray()
        ? declared.valueStream().anyMatch(one -> one.asString("").equals(type))
        : declared.asString("").equals(type);
  }

  boolean isNumber() {
    return is("integer") || is("number");
  }

  String description() {
    return schema.path("description").asString("");
  }

  private static void collect(
      String pointer, String name, JsonNode schema, boolean required, List<Parameter> into) {
    var properties = schema.path("properties");
    if (pointer.split("/").length > DEEPEST) {
      return;
    }
    if (properties.isObject()) {
      for (var property : properties.properties()) {
        var needed =
            required
                && StreamSupport.stream(schema.path("required").spliterator(), false)
                    .anyMatch(one -> one.asString("").equals(property.getKey()));
        var escaped = property.getKey().replace("~", "~0").replace("/", "~1");
        collect(pointer + "/" + escaped, property.getKey(), property.getValue(), needed, into);
      }
    } else if (schema.path("items").isObject()) {
      collect(pointer + "/0", name, schema.path("items"), required, into);
    } else if (!pointer.isEmpty()) {
      into.add(new Parameter(pointer, name, schema, required));
    }
  }
}
