package io.autodidact.connector.openapi;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads what an operation answers when it succeeds. */
final class ResultReader {
  private final Document document;
  private final Schemas schemas;

  ResultReader(Document document, Schemas schemas) {
    this.document = document;
    this.schemas = schemas;
  }

  /** The schema of the first success, or nothing if the document does not say. */
  Optional<JsonNode> read(JsonNode responses) {
    return responses.properties().stream()
        .filter(response -> response.getKey().matches("2\\d\\d|2[xX]{2}|default"))
        .min(Comparator.comparing(Map.Entry::getKey))
        .flatMap(response -> read(response.getKey(), response.getValue()));
  }

  private Optional<JsonNode> read(String status, JsonNode written) {
    var response = document.resolve(written);
    for (var content : response.path("content").properties()) {
      if (content.getKey().contains("json") || content.getKey().contains("*")) {
        var schema = content.getValue().path("schema");
        return schema.isObject()
            ? Optional.of(schemas.write(schema, Schemas.Direction.RESULT))
            : Optional.empty();
      }
    }
    if (!response.path("content").isEmpty() || status.equals("default")) {
      return Optional.empty();
    }
    boolean located =
        response.path("headers").propertyNames().stream().anyMatch("location"::equalsIgnoreCase);
    return Optional.of(located || status.equals("201") ? location() : nothing());
  }

  private static JsonNode location() {
    var schema = JsonNodeFactory.instance.objectNode().put("type", "object");
    var properties = schema.putObject("properties");
    properties.putObject("id").put("type", "string").put("description", "Id of what was made");
    properties.putObject("location").put("type", "string").put("format", "uri");
    return schema;
  }

  private static JsonNode nothing() {
    var schema = JsonNodeFactory.instance.objectNode().put("type", "object");
    schema.putObject("properties");
    return schema;
  }
}
