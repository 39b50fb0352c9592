package io.autodidact.connector.openapi;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes what OpenAPI 3.0 and 3.1 say differently in one way. */
final class SchemaDialect {
  private static final int LONGEST_TEXT = 1_000;

  private SchemaDialect() {}

  /**
   * {@code type: [string, null]} as {@code type: string, nullable: true}; guesses a missing one.
   */
  static void types(JsonNode schema, ObjectNode out) {
    var type = schema.path("type");
    if (type.isString()) {
      out.set("type", type);
    } else if (type.isArray()) {
      var types = Document.elements(type).stream().map(JsonNode::asString).toList();
      var others = types.stream().filter(name -> !name.equals("null")).toList();
      if (others.size() < types.size()) {
        out.put("nullable", true);
      }
      if (others.size() == 1) {
        out.put("type", others.getFirst());
      } else if (others.isEmpty()) {
        out.put("type", "null");
      }
    } else if (schema.path("properties").isObject()) {
      out.put("type", "object");
    } else if (schema.path("items").isObject()) {
      out.put("type", "array");
    }
  }

  /** {@code minimum: 5, exclusiveMinimum: true} as {@code exclusiveMinimum: 5}. */
  static void bounds(JsonNode schema, ObjectNode out) {
    for (var bound : List.of("Minimum", "Maximum")) {
      var exclusive = schema.path("exclusive" + bound);
      var inclusive = bound.replace('M', 'm');
      if (exclusive.isNumber()) {
        out.set("exclusive" + bound, exclusive);
      } else if (exclusive.asBoolean(false) && out.has(inclusive)) {
        out.set("exclusive" + bound, out.remove(inclusive));
      }
    }
  }

  /** The description, of bearable length; the first of several examples. */
  static void texts(JsonNode schema, ObjectNode out) {
    var description = schema.path("description").asString("");
    if (!description.isBlank()) {
      out.put("description", clipped(description));
    }
    var examples = schema.path("examples");
    if (examples.isArray() && !examples.isEmpty() && !out.has("example")) {
      out.set("example", examples.get(0));
    }
  }

  /** Leaves out required names of properties that are not there, for they travel the other way. */
  static void onlyKnown(ObjectNode out) {
    if (!out.path("required").isArray()) {
      out.remove("required");
    } else if (out.has("properties")) {
      var required = JsonNodeFactory.instance.arrayNode();
      for (var name : out.get("required")) {
        if (out.get("properties").has(name.asString())) {
          required.add(name);
        }
      }
      out.set("required", required);
    }
  }

  static String clipped(String text) {
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
  }
}
