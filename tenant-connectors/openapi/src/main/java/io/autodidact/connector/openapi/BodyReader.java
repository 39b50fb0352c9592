package io.autodidact.connector.openapi;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads a request body; makes the properties of an object arguments of their own. */
final class BodyReader {
  /** Of several media types, the first of these; else the first written. */
  private static final List<String> PREFERRED =
      List.of(
          "application/json",
          "application/merge-patch+json",
          "*/*",
          "application/*",
          "application/x-www-form-urlencoded",
          "multipart/form-data",
          "text/plain");

  private final Document document;
  private final Schemas schemas;

  BodyReader(Document document, Schemas schemas) {
    this.document = document;
    this.schemas = schemas;
  }

  Optional<RequestBody> read(JsonNode written, Arguments arguments) {
    var body = document.resolve(written);
    var content = body.path("content");
    if (!content.isObject() || content.isEmpty()) {
      return Optional.empty();
    }
    var key = preferred(content);
    var schema = schemas.write(content.get(key).path("schema"), Schemas.Direction.REQUEST);
    var mediaType = key.contains("*") ? "application/json" : key.split(";", 2)[0].strip();
    boolean required = body.path("required").asBoolean(false);
    var flat = flattened(schema);
    if (flat.path("properties").isEmpty()) {
      var property = arguments.add("body", "body", schema, required);
      return Optional.of(new RequestBody(mediaType, Map.of(), Optional.of(property), false));
    }
    var names = new LinkedHashMap<String, String>();
    var needed = new HashSet<String>();
    flat.path("required").forEach(name -> needed.add(name.asString()));
    for (var property : flat.get("properties").properties()) {
      var name = property.getKey();
      var argument =
          arguments.add(name, "body", property.getValue(), required && needed.contains(name));
      names.put(argument, name);
    }
    return Optional.of(new RequestBody(mediaType, names, Optional.empty(), open(flat)));
  }

  private static String preferred(JsonNode content) {
    var offered = content.propertyNames();
    return PREFERRED.stream()
        .filter(offered::contains)
        .findFirst()
        .or(() -> offered.stream().filter(type -> type.contains("json")).findFirst())
        .orElseGet(() -> offered.iterator().next());
  }

  /** One object of the alternatives' properties; required is what all of them require. */
  private static ObjectNode flattened(JsonNode schema) {
    var flat = (ObjectNode) schema.deepCopy();
    for (var keyword : List.of("oneOf", "anyOf")) {
      var variants = Document.elements(schema.path(keyword));
      boolean objects = variants.stream().allMatch(variant -> variant.has("properties"));
      if (!variants.isEmpty() && objects) {
        var common = new HashSet<>(Document.elements(variants.getFirst().path("required")));
        for (var variant : variants) {
          common.retainAll(Set.copyOf(Document.elements(variant.path("required"))));
          var properties = (ObjectNode) variant.deepCopy();
          properties.remove("required");
          Schemas.merge(flat, properties);
        }
        var required = flat.withArray("required");
        common.forEach(required::add);
        flat.remove(keyword);
      }
    }
    return flat;
  }

  private static boolean open(JsonNode schema) {
    var more = schema.path("additionalProperties");
    return more.isObject() || more.asBoolean(false);
  }
}
