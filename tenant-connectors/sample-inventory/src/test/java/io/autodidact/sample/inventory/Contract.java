package io.autodidact.sample.inventory;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the OpenAPI document promises. */
final class Contract {

  /** One operation of the document. */
  record Operation(String id, String method, String template, JsonNode node) {

    /** The names of its parameters in this place: path, query or header. */
    List<String> parameters(Contract contract, String place) {
      return node.path("parameters")
          .valueStream()
          .map(contract::resolved)
          .filter(parameter -> parameter.path("in").asString().equals(place))
          .map(parameter -> parameter.path("name").asString())
          .toList();
    }
  }

  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private final JsonNode document = JsonMapper.shared().readTree(OpenApiDocument.json());
  private final Map<String, Operation> operations = new LinkedHashMap<>();
  private final Map<String, Schema> schemas = new HashMap<>();

  Contract() {
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        operation -> {
                          String id = operation.getValue().path("operationId").asString();
                          String method = operation.getKey().toUpperCase(Locale.ROOT);
                          operations.put(
                              id, new Operation(id, method, path.getKey(), operation.getValue()));
                        }));
  }

  Map<String, Operation> operations() {
    return operations;
  }

  Operation operation(String id) {
    return Optional.ofNullable(operations.get(id))
        .orElseThrow(() -> new AssertionError(id + " is undocumented"));
  }

  /** What the document says about this answer; fails when it says nothing. */
  JsonNode response(Operation operation, int status) {
    JsonNode response = resolved(operation.node().path("responses").path(Integer.toString(status)));
    if (response.isMissingNode()) {
      throw new AssertionError(operation.id() + " answers " + status + ", which is undocumented");
    }
    return response;
  }

  /** How a value departs from the schema of this content; nothing when it fits. */
  List<Error> errors(JsonNode content, JsonNode value) {
    String reference = content.path("schema").path("$ref").asString();
    return schemas.computeIfAbsent(reference, this::schema).validate(value);
  }

  JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.path("$ref").asString().substring(1)) : node;
  }

  private Schema schema(String reference) {
    ObjectNode root = JsonMapper.shared().createObjectNode();
    root.put("$ref", reference);
    root.set("components", document.path("components"));
    return SCHEMAS.getSchema(root);
  }
}
