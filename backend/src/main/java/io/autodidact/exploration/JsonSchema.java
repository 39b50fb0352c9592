package io.autodidact.exploration;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The parts of a JSON Schema that matter for making values. */
record JsonSchema(JsonNode node) {
  static final JsonSchema ANY = new JsonSchema(JsonNodeFactory.instance.objectNode());

  /** The declared type; of several the first that is not null; guessed where none is declared. */
  String type() {
    var type = node.path("type");
    for (var each : type.isArray() ? type : JsonNodeFactory.instance.arrayNode().add(type)) {
      if (each.isString() && !each.asString().equals("null")) {
        return each.asString();
      }
    }
    return !properties().isEmpty() || node.has("additionalProperties")
        ? "object"
        : node.has("items") ? "array" : "string";
  }

  boolean isObject() {
    return type().equals("object");
  }

  boolean isArray() {
    return type().equals("array");
  }

  /** Whether it is an object whose keys are up to the caller. */
  boolean isMap() {
    return isObject() && properties().isEmpty();
  }

  boolean isScalar() {
    return !isObject() && !isArray();
  }

  Map<String, JsonSchema> properties() {
    var properties = new LinkedHashMap<String, JsonSchema>();
    for (var part : node.path("allOf")) {
      properties.putAll(new JsonSchema(part).properties());
    }
    for (var entry : node.path("properties").properties()) {
      properties.put(entry.getKey(), new JsonSchema(entry.getValue()));
    }
    return properties;
  }

  Set<String> required() {
    return node.path("required").valueStream().map(JsonNode::asString).collect(Collectors.toSet());
  }

  JsonSchema items() {
    return node.has("items") ? new JsonSchema(node.get("items")) : ANY;
  }

  JsonSchema values() {
    var values = node.path("additionalProperties");
    return values.isObject() ? new JsonSchema(values) : ANY;
  }

  String format() {
    return node.path("format").asString("");
  }

  boolean readOnly() {
    return node.path("readOnly").asBoolean(false);
  }

  boolean deprecated() {
    return node.path("deprecated").asBoolean(false);
  }

  /** Values written in the description, with the word for how. */
  Optional<Map.Entry<String, JsonNode>> documented(int choice) {
    if (node.has("const")) {
      return Optional.of(Map.entry("const", node.get("const")));
    }
    if (node.path("enum").size() > 0) {
      var values = node.get("enum");
      return Optional.of(Map.entry("enum", values.get(Math.floorMod(choice, values.size()))));
    }
    if (node.has("example")) {
      return Optional.of(Map.entry("example", node.get("example")));
    }
    if (node.path("examples").size() > 0 && node.get("examples").isArray()) {
      var values = node.get("examples");
      return Optional.of(Map.entry("example", values.get(Math.floorMod(choice, values.size()))));
    }
    return Optional.ofNullable(node.get("default")).map(value -> Map.entry("default", value));
  }

  /** Whether a value has the declared type. */
  boolean accepts(JsonNode value) {
    return switch (type()) {
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "boolean" -> value.isBoolean();
      case "array" -> value.isArray();
      case "object" -> value.isObject();
      default -> value.isString();
    };
  }
}
