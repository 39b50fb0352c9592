package io.autodidact.connector.openapi;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Gathers everything an operation takes in one object. Where two share a name, the later is called
 * after where it travels ({@code body_name}), and {@code x-name} keeps its own.
 */
final class Arguments {
  private final ObjectNode properties = JsonNodeFactory.instance.objectNode();
  private final List<String> required = new ArrayList<>();
  private final List<Parameter> parameters = new ArrayList<>();

  void add(ParameterReader.Declared declared) {
    var parameter = declared.parameter();
    var schema = (ObjectNode) parameter.schema().deepCopy();
    if (!declared.description().isBlank()) {
      schema.put("description", SchemaDialect.clipped(declared.description().strip()));
    }
    var property = add(parameter.name(), parameter.in().said(), schema, declared.required());
    parameters.add(
        new Parameter(
            property, parameter.name(), parameter.in(), parameter.style(), parameter.schema()));
  }

  /** Adds a property; returns the name it got. */
  String add(String name, String in, JsonNode schema, boolean isRequired) {
    var property = name;
    for (int n = 1; properties.has(property); n++) {
      property = in + "_" + name + (n == 1 ? "" : "_" + n);
    }
    var described = (ObjectNode) schema.deepCopy();
    described.put("x-in", in);
    if (!property.equals(name)) {
      described.put("x-name", name);
    }
    properties.set(property, described);
    if (isRequired) {
      required.add(property);
    }
    return property;
  }

  List<Parameter> parameters() {
    return List.copyOf(parameters);
  }

  /**
   * @param open whether more arguments than these may be given
   */
  ObjectNode schema(boolean open) {
    var schema = JsonNodeFactory.instance.objectNode();
    schema.put("type", "object");
    schema.set("properties", properties);
    var names = schema.putArray("required");
    required.forEach(names::add);
    schema.put("additionalProperties", open);
    return schema;
  }
}
