package io.autodidact.connector.openapi;

import io.autodidact.connector.Operation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads one operation: its arguments, its body, its result and what it does. */
final class OperationReader {
  private static final Pattern GAP = Pattern.compile("\\{([^{}]+)}");

  private final Document document;
  private final Servers servers;
  private final Schemas schemas;
  private final ParameterReader parameters;
  private final ResultReader results;

  OperationReader(Document document, Optional<String> credentialParameter, Servers servers) {
    this.document = document;
    this.servers = servers;
    this.schemas = new Schemas(document);
    this.parameters = new ParameterReader(document, schemas, credentialParameter);
    this.results = new ResultReader(document, schemas);
  }

  /**
   * @param path the path item the operation stands in
   * @param problems hears what is wrong, but does not keep the operation from being called
   * @throws Document.Wrong if the operation can not be called as described
   */
  Route read(
      String name,
      Names.Place place,
      JsonNode path,
      JsonNode operation,
      Consumer<String> problems) {
    if (!operation.isObject()) {
      throw new Document.Wrong("The operation is not an object.");
    }
    var arguments = new Arguments();
    for (var parameter : declared(place.path(), path, operation)) {
      parameters.read(parameter).ifPresent(arguments::add);
    }
    var body =
        operation.has("requestBody")
            ? new BodyReader(document, schemas).read(operation.get("requestBody"), arguments)
            : Optional.<RequestBody>empty();
    var effects = Effects.of(place.method(), name, place.path());
    var described =
        new Operation(
            name,
            SchemaDialect.clipped(operation.path("summary").asString("").strip()),
            SchemaDialect.clipped(operation.path("description").asString("").strip()),
            Stream.of(place.path().split("/")).filter(part -> !part.isEmpty()).toList(),
            arguments.schema(body.isPresent() && body.get().open()),
            result(operation.path("responses"), problems),
            effects.effect(),
            effects.reason());
    return new Route(
        described,
        servers.of(path, operation),
        place.method(),
        place.path(),
        arguments.parameters(),
        body);
  }

  private Optional<JsonNode> result(JsonNode responses, Consumer<String> problems) {
    try {
      return results.read(responses);
    } catch (Document.Wrong e) {
      problems.accept("Its result is not described: " + e.getMessage());
      return Optional.empty();
    }
  }

  /** The path's parameters, overridden by the operation's; gaps nobody declares are texts. */
  private List<JsonNode> declared(String template, JsonNode path, JsonNode operation) {
    var declared = new LinkedHashMap<String, JsonNode>();
    GAP.matcher(template)
        .results()
        .forEach(gap -> declared.put("path " + gap.group(1), ParameterReader.text(gap.group(1))));
    for (var list : List.of(path.path("parameters"), operation.path("parameters"))) {
      for (var reference : Document.elements(list)) {
        var parameter = document.resolve(reference);
        declared.put(key(parameter), parameter);
      }
    }
    // A path parameter without a gap in the path has nowhere to go.
    return declared.entrySet().stream()
        .filter(
            entry ->
                !entry.getKey().startsWith("path ")
                    || template.contains("{" + entry.getKey().substring("path ".length()) + "}"))
        .map(Map.Entry::getValue)
        .toList();
  }

  private static String key(JsonNode parameter) {
    return parameter.path("in").asString("") + " " + parameter.path("name").asString("");
  }
}
