package io.autodidact.connector.openapi;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads path, query, header and cookie parameters. */
final class ParameterReader {
  /** Headers that say how a message is sent; they are not the caller's to choose. */
  private static final Set<String> TRANSPORT =
      Set.of(
          "accept",
          "content-type",
          "authorization",
          "content-length",
          "host",
          "connection",
          "expect",
          "upgrade",
          "transfer-encoding",
          "cookie");

  private final Document document;
  private final Schemas schemas;
  private final Optional<String> credentialParameter;

  ParameterReader(Document document, Schemas schemas, Optional<String> credentialParameter) {
    this.document = document;
    this.schemas = schemas;
    this.credentialParameter = credentialParameter;
  }

  /** A parameter with what else its schema should say. */
  record Declared(Parameter parameter, boolean required, String description) {}

  /** A required path parameter that is a text. */
  static ObjectNode text(String name) {
    var parameter = JsonNodeFactory.instance.objectNode();
    parameter.put("name", name).put("in", "path").put("required", true);
    parameter.putObject("schema").put("type", "string");
    return parameter;
  }

  /** The parameter, or nothing if callers need not give it. */
  Optional<Declared> read(JsonNode written) {
    var name = written.path("name").asString("");
    if (name.isEmpty()) {
      throw new Document.Wrong("A parameter has no name; give it one.");
    }
    var in = in(name, written.path("in").asString(""));
    if (in != Parameter.In.PATH && suppliedAnyway(name, in)) {
      return Optional.empty();
    }
    var schema = schemas.write(schema(written), Schemas.Direction.REQUEST);
    var parameter = new Parameter(name, name, in, style(written, in), schema);
    boolean required = in == Parameter.In.PATH || written.path("required").asBoolean(false);
    return Optional.of(new Declared(parameter, required, written.path("description").asString("")));
  }

  private boolean suppliedAnyway(String name, Parameter.In in) {
    return (in == Parameter.In.HEADER && TRANSPORT.contains(name.toLowerCase(Locale.ROOT)))
        || credentialParameter.filter(name::equalsIgnoreCase).isPresent();
  }

  private static Parameter.In in(String name, String in) {
    return switch (in) {
      case "path" -> Parameter.In.PATH;
      case "query" -> Parameter.In.QUERY;
      case "header" -> Parameter.In.HEADER;
      case "cookie" -> Parameter.In.COOKIE;
      default ->
          throw new Document.Wrong(
              "The parameter "
                  + name
                  + " is in \""
                  + in
                  + "\"; it must be in path, query, header or cookie.");
    };
  }

  private JsonNode schema(JsonNode written) {
    if (written.path("content").isObject() && !written.get("content").isEmpty()) {
      return written.get("content").values().iterator().next().path("schema");
    }
    var schema = (ObjectNode) JsonNodeFactory.instance.objectNode();
    if (written.path("schema") instanceof ObjectNode given) {
      schema.setAll(given);
    }
    if (written.has("example") && !schema.has("example") && !schema.has("$ref")) {
      schema.set("example", written.get("example"));
    }
    var examples = written.path("examples");
    if (examples.isObject() && !examples.isEmpty() && !schema.has("$ref")) {
      var first = document.resolve(examples.values().iterator().next());
      if (first.has("value")) {
        schema.set("example", first.get("value"));
      }
    }
    return schema;
  }

  private static Parameter.Style style(JsonNode written, Parameter.In in) {
    boolean form = in == Parameter.In.QUERY || in == Parameter.In.COOKIE;
    var name =
        written.path("content").isObject()
            ? "json"
            : written.path("style").asString(form ? "form" : "simple");
    boolean explode = written.path("explode").asBoolean(name.equals("form"));
    return new Parameter.Style(name, explode, written.path("allowReserved").asBoolean(false));
  }
}
