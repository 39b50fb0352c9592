package io.autodidact.connector.openapi;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes schemas out in full: references replaced by what they name, {@code allOf} merged, circles
 * and what is too deep to be of use cut with an empty schema.
 *
 * <p>OpenAPI 3.0 and 3.1 come out alike: one {@code type} and, where null is allowed, {@code
 * nullable: true}; {@code exclusiveMinimum} and its like are numbers.
 */
final class Schemas {
  /** Which way the data goes: some properties travel one way only. */
  enum Direction {
    REQUEST("readOnly"),
    RESULT("writeOnly");

    private final String left;

    Direction(String left) {
      this.left = left;
    }
  }

  private static final int MAX_NODES = 1_500;
  private static final int[] DEPTHS = {12, 6, 4, 3, 2, 1, 0};
  private static final Set<String> KEPT =
      Set.of(
          "title",
          "format",
          "enum",
          "const",
          "default",
          "example",
          "pattern",
          "minLength",
          "maxLength",
          "minimum",
          "maximum",
          "multipleOf",
          "minItems",
          "maxItems",
          "uniqueItems",
          "minProperties",
          "maxProperties",
          "required",
          "deprecated",
          "nullable");

  private final Document document;
  private final Map<String, JsonNode> written = new HashMap<>();

  Schemas(Document document) {
    this.document = document;
  }

  /**
   * The schema in full, as deep as fits.
   *
   * @throws Document.Wrong if a reference leads nowhere
   */
  JsonNode write(JsonNode schema, Direction direction) {
    var reference = schema.path("$ref").asString("");
    if (reference.isEmpty() || schema.size() > 1) {
      return deepest(schema, direction);
    }
    var key = direction + reference;
    var known = written.get(key);
    if (known == null) {
      known = deepest(schema, direction);
      written.put(key, known);
    }
    return known;
  }

  private JsonNode deepest(JsonNode schema, Direction direction) {
    for (int depth : DEPTHS) {
      var pen = new Pen(direction);
      var whole = pen.write(schema, depth);
      if (pen.nodes <= MAX_NODES || depth == 0) {
        return whole;
      }
    }
    throw new IllegalStateException("The depths end with 0");
  }

  /** One attempt at a schema; counts what it writes and stops when that is too much. */
  private final class Pen {
    private final Direction direction;
    private final Set<String> open = new HashSet<>();
    private int nodes;

    Pen(Direction direction) {
      this.direction = direction;
    }

    ObjectNode write(JsonNode schema, int depth) {
      var out = JsonNodeFactory.instance.objectNode();
      if (++nodes > MAX_NODES || !schema.isObject()) {
        return out;
      }
      var reference = schema.path("$ref").asString("");
      if (!reference.isEmpty()) {
        merge(out, referred(reference, depth));
      }
      for (var part : Document.elements(schema.path("allOf"))) {
        merge(out, write(part, depth));
      }
      merge(out, own(schema, depth));
      for (var choice : List.of("oneOf", "anyOf")) {
        choose(out, choice, Document.elements(schema.path(choice)), depth);
      }
      SchemaDialect.onlyKnown(out);
      return out;
    }

    private ObjectNode referred(String reference, int depth) {
      if (depth == 0 || !open.add(reference)) {
        document.at(reference);
        return JsonNodeFactory.instance.objectNode();
      }
      try {
        return write(document.at(reference), depth - 1);
      } finally {
        open.remove(reference);
      }
    }

    private ObjectNode own(JsonNode schema, int depth) {
      var out = JsonNodeFactory.instance.objectNode();
      SchemaDialect.types(schema, out);
      for (var field : schema.properties()) {
        if (KEPT.contains(field.getKey())) {
          out.set(field.getKey(), field.getValue());
        }
      }
      SchemaDialect.bounds(schema, out);
      SchemaDialect.texts(schema, out);
      if (schema.path("properties").isObject()) {
        out.set("properties", properties(schema.get("properties"), depth));
      }
      if (schema.path("items").isObject()) {
        out.set("items", write(schema.get("items"), depth));
      }
      var more = schema.path("additionalProperties");
      if (more.isBoolean()) {
        out.set("additionalProperties", more);
      } else if (more.isObject()) {
        out.set("additionalProperties", write(more, depth));
      }
      return out;
    }

    private ObjectNode properties(JsonNode properties, int depth) {
      var out = JsonNodeFactory.instance.objectNode();
      for (var property : properties.properties()) {
        var schema = property.getValue();
        if (!schema.path(direction.left).asBoolean(false)) {
          out.set(property.getKey(), write(schema, depth));
        }
      }
      return out;
    }

    private void choose(ObjectNode out, String keyword, List<JsonNode> choices, int depth) {
      var variants = JsonNodeFactory.instance.arrayNode();
      for (var choice : choices) {
        var variant = write(choice, depth);
        if (variant.path("type").asString("").equals("null")) {
          out.put("nullable", true);
        } else {
          variants.add(variant);
        }
      }
      if (variants.size() == 1) {
        merge(out, (ObjectNode) variants.get(0));
      } else if (!variants.isEmpty()) {
        out.set(keyword, variants);
      }
    }
  }

  /** Adds one schema to another: properties and required united, other words of the later win. */
  static void merge(ObjectNode into, ObjectNode more) {
    for (var field : more.properties()) {
      var here = into.get(field.getKey());
      if (here instanceof ObjectNode properties
          && field.getKey().equals("properties")
          && field.getValue() instanceof ObjectNode others) {
        properties.setAll(others);
      } else if (here != null && here.isArray() && field.getKey().equals("required")) {
        var both = here.asArray().deepCopy();
        var known = new HashSet<>(Document.elements(both));
        field
            .getValue()
            .forEach(
                name -> {
                  if (known.add(name)) {
                    both.add(name);
                  }
                });
        into.set("required", both);
      } else {
        into.set(field.getKey(), field.getValue());
      }
    }
  }
}
