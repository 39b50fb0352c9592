package io.autodidact.context;

import io.autodidact.connector.Operation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** An operation as the agent sees it: a name and parameters in a fixed order. */
public record Tool(Operation operation, List<Parameter> parameters) {
  public Tool {
    parameters = List.copyOf(parameters);
  }

  /** One argument; {@code schema} is its JSON Schema. */
  public record Parameter(String name, boolean required, JsonNode schema) {
    /** Whether the argument is part of the address of a thing: then a value there is an id. */
    boolean names() {
      return Handles.isIdName(name) || schema.path("x-in").asString("").equals("path");
    }

    /** Whether the schema asks for that JSON type; false where it says none. */
    boolean wants(String type) {
      var declared = schema.path("type");
      if (declared.isString()) {
        return declared.asString().equals(type);
      }
      return declared.valueStream().anyMatch(one -> one.asString().equals(type));
    }
  }

  /** Reads the parameters from the operation's argument schema: required ones first. */
  static Tool of(Operation operation) {
    var required = new HashSet<String>();
    operation.arguments().path("required").forEach(name -> required.add(name.asString()));
    var first = new ArrayList<Parameter>();
    var rest = new ArrayList<Parameter>();
    for (var property : operation.arguments().path("properties").properties()) {
      boolean must = required.contains(property.getKey());
      (must ? first : rest).add(new Parameter(property.getKey(), must, property.getValue()));
    }
    first.addAll(rest);
    return new Tool(operation, first);
  }

  public String name() {
    return operation.name();
  }

  Optional<Parameter> parameter(String name) {
    return parameters.stream().filter(parameter -> parameter.name().equals(name)).findFirst();
  }

  List<Parameter> required() {
    return parameters.stream().filter(Parameter::required).toList();
  }
}
