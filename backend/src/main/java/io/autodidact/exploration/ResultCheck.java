package io.autodidact.exploration;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Compares a result with what the description says about it. */
final class ResultCheck {
  private static final int MAX_DEPTH = 4;

  private ResultCheck() {}

  /** What differs, in plain words; only the first difference. */
  static Optional<String> mismatch(JsonSchema schema, JsonNode result) {
    return mismatch(schema, result, "", 0);
  }

  private static Optional<String> mismatch(
      JsonSchema schema, JsonNode value, String pointer, int depth) {
    if (depth > MAX_DEPTH || value.isNull() || isOpen(schema)) {
      return Optional.empty();
    }
    if (!schema.accepts(value)) {
      return Optional.of(
          "The result has %s at %s where %s is documented"
              .formatted(typeOf(value), place(pointer), schema.type()));
    }
    if (schema.isArray()) {
      return value.isEmpty()
          ? Optional.empty()
          : mismatch(schema.items(), value.get(0), pointer + "/0", depth + 1);
    }
    var properties = schema.properties();
    for (var entry : value.properties()) {
      var property = properties.get(entry.getKey());
      var at = Pointers.child(pointer, entry.getKey());
      if (property == null && !properties.isEmpty() && !schema.node().has("additionalProperties")) {
        return Optional.of("The result has " + place(at) + ", which is not documented");
      }
      var inside =
          property == null
              ? Optional.<String>empty()
              : mismatch(property, entry.getValue(), at, depth + 1);
      if (inside.isPresent()) {
        return inside;
      }
    }
    return Optional.empty();
  }

  private static boolean isOpen(JsonSchema schema) {
    var node = schema.node();
    return !node.has("type") || node.has("oneOf") || node.has("anyOf") || node.has("allOf");
  }

  private static String place(String pointer) {
    return pointer.isEmpty() ? "its root" : Pointers.pattern(pointer);
  }

  private static String typeOf(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT -> "an object";
      case ARRAY -> "a list";
      case STRING -> "text";
      case NUMBER -> "a number";
      case BOOLEAN -> "true or false";
      default -> "something else";
    };
  }
}
