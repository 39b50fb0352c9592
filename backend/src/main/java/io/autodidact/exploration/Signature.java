package io.autodidact.exploration;

import io.autodidact.connector.Operation;
import io.autodidact.exploration.Slot.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * An operation as its callers see it: which places have to be filled and what it is about.
 *
 * @param path the parameters in its path, outermost first
 * @param others further parameters (query, header)
 * @param body what it takes beside parameters
 * @param kind words for the kind of thing it is about
 */
record Signature(
    Operation operation,
    List<Slot> path,
    List<Slot> others,
    Optional<Body> body,
    List<String> kind) {
  /**
   * @param pointer where it lies in the arguments; empty where its properties lie at the top
   */
  record Body(String pointer, JsonSchema schema) {
    boolean isRequired(String property) {
      return schema.required().contains(property);
    }
  }

  static Signature of(Operation operation) {
    var path = new ArrayList<Slot>();
    var others = new ArrayList<Slot>();
    var flat = JsonNodeFactory.instance.objectNode();
    var schema = new JsonSchema(operation.arguments());
    schema
        .properties()
        .forEach(
            (name, property) -> {
              switch (property.node().path("x-in").asString("body")) {
                case "path" -> path.add(pathSlot(operation, name, property));
                case "query", "header", "cookie" -> others.add(slot(operation, name, property));
                default -> flat.set(name, property.node());
              }
            });
    path.sort((a, b) -> Integer.compare(a.collection().size(), b.collection().size()));
    return new Signature(
        operation, List.copyOf(path), List.copyOf(others), body(schema, flat), kindOf(operation));
  }

  private static Optional<Body> body(JsonSchema arguments, JsonNode properties) {
    if (properties.isEmpty()) {
      return Optional.empty();
    }
    if (properties.size() == 1 && properties.has("body")) {
      return Optional.of(new Body("/body", new JsonSchema(properties.get("body"))));
    }
    var schema = JsonNodeFactory.instance.objectNode().put("type", "object");
    schema.set("properties", properties);
    var required = schema.putArray("required");
    arguments.required().stream().filter(properties::has).sorted().forEach(required::add);
    return Optional.of(new Body("", new JsonSchema(schema)));
  }

  private static Slot slot(Operation operation, String name, JsonSchema schema) {
    var pointer = Pointers.child("", name);
    return new Slot(
        operation.name(), pointer, schema, Reference.of(name), Place.PARAMETER, List.of());
  }

  private static Slot pathSlot(Operation operation, String name, JsonSchema schema) {
    var at = operation.path().indexOf("{" + name + "}");
    var before = at < 0 ? operation.path() : operation.path().subList(0, at);
    var reference = Reference.of(name);
    if (reference.kind().isEmpty()) {
      reference = new Reference(lastLiteral(before), reference.field());
    }
    var pointer = Pointers.child("", name);
    return new Slot(operation.name(), pointer, schema, reference, Place.PATH, List.copyOf(before));
  }

  private static List<String> kindOf(Operation operation) {
    var path = lastLiteral(operation.path());
    return path.isEmpty() ? Words.of(operation.name()) : path;
  }

  /** Words of the innermost segment that is not a parameter. */
  private static List<String> lastLiteral(List<String> segments) {
    for (var segment : segments.reversed()) {
      if (!isParameter(segment)) {
        return Words.of(segment);
      }
    }
    return List.of();
  }

  static boolean isParameter(String segment) {
    return segment.startsWith("{");
  }

  /** Whether two paths have the same literals and parameters at the same places. */
  static boolean samePath(List<String> one, List<String> other) {
    return one.size() == other.size() && sharedPrefix(one, other) == one.size();
  }

  /** How many leading segments agree, parameters counted as equal whatever their names. */
  static int sharedPrefix(List<String> one, List<String> other) {
    var length = Math.min(one.size(), other.size());
    for (int i = 0; i < length; i++) {
      var parameters = isParameter(one.get(i)) && isParameter(other.get(i));
      if (!parameters && !one.get(i).equals(other.get(i))) {
        return i;
      }
    }
    return length;
  }

  String name() {
    return operation.name();
  }

  /** Whether its body is a list of whole objects, as where existing things are put together. */
  boolean takesThings() {
    return body.filter(b -> b.schema().isArray() && b.schema().items().isObject()).isPresent();
  }

  /** Whether a property of the body is the id that the software itself gives. */
  boolean isOwnId(String property) {
    var reference = Reference.of(property);
    return reference.isId() && reference.kind().isEmpty();
  }

  /** {@code name} and the like, and {@code clientId} where clients are made. */
  boolean isNaturalKey(String property) {
    var reference = Reference.of(property);
    return (reference.isNaturalKey() && reference.kind().isEmpty())
        || ((reference.isId() || reference.isNaturalKey()) && reference.kind().equals(kind));
  }
}
