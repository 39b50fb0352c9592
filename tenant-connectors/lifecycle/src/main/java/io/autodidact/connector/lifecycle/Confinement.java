package io.autodidact.connector.lifecycle;

import io.autodidact.connector.Call;
import io.autodidact.connector.Catalogue;
import io.autodidact.connector.Operation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Keeps the calls of an episode inside it: hides operations, fills in bound parameters. */
final class Confinement {
  /** What things call their own names: below a bound parameter of that name it means another. */
  private static final Set<String> OWN_NAMES =
      Set.of("id", "name", "key", "code", "slug", "title", "uuid", "number");

  private final Catalogue inside;
  private final Map<String, Map<String, String>> boundByOperation = new LinkedHashMap<>();

  Confinement(Lifecycle lifecycle, Catalogue outside) {
    var hidden = lifecycle.hidden().stream().map(Confinement::wildcard).toList();
    inside =
        new Catalogue(
            outside.operations().stream()
                .filter(
                    operation ->
                        hidden.stream().noneMatch(h -> h.matcher(operation.name()).matches()))
                .flatMap(operation -> confined(operation, lifecycle).stream())
                .toList(),
            outside.defects());
  }

  Catalogue inside() {
    return inside;
  }

  /** The call as the software wants it, or nothing where there is no such operation inside. */
  Optional<Call> complete(Call call, Map<String, JsonNode> variables) {
    return Optional.ofNullable(boundByOperation.get(call.operation()))
        .map(
            bound -> {
              var arguments = call.arguments().deepCopy();
              bound.forEach(
                  (property, variable) -> arguments.set(property, variables.get(variable)));
              return new Call(call.operation(), arguments);
            });
  }

  private Optional<Operation> confined(Operation operation, Lifecycle lifecycle) {
    var bound = bound(operation, lifecycle.bound());
    if (lifecycle.confined() && bound.isEmpty()) {
      return Optional.empty();
    }
    boundByOperation.put(operation.name(), bound);
    return Optional.of(
        new Operation(
            operation.name(),
            operation.summary(),
            operation.description(),
            operation.path(),
            without(operation.arguments(), bound),
            operation.result(),
            operation.effect(),
            operation.effectReason()));
  }

  /** Which of the operation's properties are bound, and to which variable. */
  private static Map<String, String> bound(Operation operation, Map<String, String> parameters) {
    var bound = new LinkedHashMap<String, String>();
    for (var property : operation.arguments().path("properties").properties()) {
      var schema = property.getValue();
      var name = schema.path("x-name").asString(property.getKey());
      boolean inBody = schema.path("x-in").asString("").equals("body");
      if (parameters.containsKey(name) && (!inBody || keeps(operation, name, schema))) {
        bound.put(property.getKey(), parameters.get(name));
      }
    }
    return bound;
  }

  /**
   * Whether a property of the body says again what a bound parameter says, so that another value
   * would rename what the episode is confined to, or move a thing out of it.
   */
  private static boolean keeps(Operation operation, String name, JsonNode schema) {
    var type = schema.path("type").asString("");
    boolean scalar = !type.equals("array") && !type.equals("object");
    var path = operation.path();
    boolean itself = !path.isEmpty() && path.getLast().equals("{" + name + "}");
    return scalar && (itself || !OWN_NAMES.contains(name.toLowerCase(Locale.ROOT)));
  }

  private static ObjectNode without(ObjectNode schema, Map<String, String> bound) {
    var copy = schema.deepCopy();
    if (copy.get("properties") instanceof ObjectNode properties) {
      properties.remove(bound.keySet());
    }
    if (copy.has("required")) {
      var required = JsonNodeFactory.instance.arrayNode();
      copy.get("required")
          .valueStream()
          .filter(name -> !bound.containsKey(name.asString()))
          .forEach(required::add);
      copy.set("required", required);
    }
    return copy;
  }

  private static Pattern wildcard(String name) {
    return Pattern.compile(
        Stream.of(name.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
  }

  /** Operations with similar names, for a message. */
  List<String> similar(String name) {
    var words = List.of(name.split("_"));
    return inside.operations().stream()
        .map(Operation::name)
        .filter(other -> words.stream().anyMatch(List.of(other.split("_"))::contains))
        .limit(5)
        .toList();
  }
}
