package io.autodidact.environment;

import io.autodidact.connector.Operation;
import io.autodidact.tenant.StoredJson;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Lifecycle templates for what an operation must be given: ever new names, numbers within their
 * limits, ids of things made before.
 *
 * @param bound parameters to the variables that fill them
 * @param made variables that are lists of things with an id
 */
record ValueTemplates(Map<String, String> bound, Set<String> made) {
  private static final int DEEPEST = 3;

  /** Templates of all required arguments but those; empty if one of them can not be made up. */
  Optional<ObjectNode> required(Operation operation, Set<String> but) {
    return object(operation.arguments(), but, 0);
  }

  private Optional<ObjectNode> object(JsonNode schema, Set<String> but, int depth) {
    var made = StoredJson.MAPPER.createObjectNode();
    for (var required : schema.path("required").values()) {
      var name = required.asString();
      if (!but.contains(name)) {
        var value = value(name, schema.path("properties").path(name), depth);
        if (value.isEmpty()) {
          return Optional.empty();
        }
        made.set(name, value.get());
      }
    }
    return Optional.of(made);
  }

  private Optional<JsonNode> value(String name, JsonNode schema, int depth) {
    if (bound.containsKey(name)) {
      return text("${" + bound.get(name) + "}");
    }
    if (schema.has("const")) {
      return Optional.of(schema.get("const"));
    }
    if (!schema.path("enum").isEmpty()) {
      return pick(schema.get("enum"));
    }
    if (Nouns.plain(name).matches(".+id") && !name.equalsIgnoreCase("id")) {
      return reference(name);
    }
    return switch (schema.path("type").asString("string")) {
      case "boolean" -> text("${pick:true,false}");
      case "integer" -> number(schema, 1);
      case "number" -> number(schema, 0.01);
      case "array" -> list(name, schema, depth);
      case "object" -> nested(schema, depth);
      default -> string(name, schema);
    };
  }

  private Optional<JsonNode> nested(JsonNode schema, int depth) {
    return depth == DEEPEST
        ? Optional.empty()
        : object(schema, Set.of(), depth + 1).map(JsonNode.class::cast);
  }

  private Optional<JsonNode> list(String name, JsonNode schema, int depth) {
    return depth == DEEPEST
        ? Optional.empty()
        : value(Nouns.singular(name), schema.path("items"), depth + 1)
            .map(one -> StoredJson.MAPPER.createArrayNode().add(one));
  }

  /** One of the things made before that the name speaks of. */
  private Optional<JsonNode> reference(String name) {
    var noun = name.replaceFirst("(?i)_?id$", "");
    return made.stream()
        .filter(things -> Nouns.plain(noun).endsWith(Nouns.plain(Nouns.singular(things))))
        .findFirst()
        .flatMap(things -> text("${" + things + "[*].id}"));
  }

  private static Optional<JsonNode> pick(JsonNode values) {
    var words = values.valueStream().map(JsonNode::asString).toList();
    return words.stream().allMatch(word -> word.matches("[\\w. -]+"))
        ? text(words.stream().collect(Collectors.joining(",", "${pick:", "}")))
        : Optional.of(values.get(0));
  }

  private static Optional<JsonNode> number(JsonNode schema, double step) {
    boolean whole = step == 1;
    double least = Math.max(whole ? 1 : 0.5, schema.path("minimum").asDouble(1));
    double most = Math.min(least + 200, schema.path("maximum").asDouble(least + 200));
    return whole
        ? text("${number:%d..%d}".formatted((long) Math.ceil(least), (long) Math.floor(most)))
        : text(String.format(java.util.Locale.ROOT, "${number:%.2f..%.2f}", least, most));
  }

  private static Optional<JsonNode> string(String name, JsonNode schema) {
    var plain = Nouns.plain(name);
    return switch (schema.path("format").asString("")) {
      case "date" -> text("${date:2026-01-01..2026-12-31}");
      case "date-time" -> text("${date:2026-01-01..2026-12-31}T09:00:00Z");
      case "email" -> unique("${pattern:????}.${pattern:????}@mail.example");
      case "uri", "url" -> unique("https://${pattern:?????}.example/");
      case "uuid" -> text("${fake:internet.uuid}");
      default -> schema.has("pattern") ? patterned(schema) : unique(words(plain));
    };
  }

  /** The usual patterns of codes; others can not be made up. */
  private static Optional<JsonNode> patterned(JsonNode schema) {
    for (var shape : new String[] {"??-####", "??#", "???-####", "PO-####", "+## ### #####"}) {
      var example = shape.replace('?', 'Q').replace('#', '7');
      if (example.matches(schema.get("pattern").asString())) {
        return unique("${pattern:" + shape + "}");
      }
    }
    return Optional.empty();
  }

  private static String words(String name) {
    if (name.contains("mail")) {
      return "${pattern:????}.${pattern:????}@mail.example";
    }
    if (name.contains("phone")) {
      return "${pattern:+## ### #####}";
    }
    if (name.matches(".*(firstname|givenname)")) {
      return "${fake:name.firstName}";
    }
    if (name.matches(".*(lastname|surname|familyname)")) {
      return "${fake:name.lastName}";
    }
    if (name.contains("city")) {
      return "${fake:address.cityName}";
    }
    if (name.matches(".*(code|sku|number|key)")) {
      return "${pattern:??-####}";
    }
    return "${fake:commerce.material} ${fake:animal.name} ${pattern:##}";
  }

  private static Optional<JsonNode> text(String template) {
    return Optional.of(StringNode.valueOf(template));
  }

  private static Optional<JsonNode> unique(String template) {
    return Optional.of(StoredJson.MAPPER.createObjectNode().put("$unique", template));
  }
}
