package io.autodidact.sample.inventory.http;

import io.autodidact.sample.inventory.http.Reading.Fits;
import io.autodidact.sample.inventory.http.Reading.Misfit;
import io.autodidact.sample.inventory.kernel.FieldError;
import io.autodidact.sample.inventory.kernel.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * Reads the named values of a body or a query and collects everything that is wrong with them, so
 * that the caller hears it all at once. First each field is asked for; then {@link #into} builds
 * the result, or refuses. What was not asked for must not be there.
 */
public final class Fields {

  private final Map<String, JsonNode> given;
  private final String prefix;
  private final boolean fromText;
  private final List<FieldError> errors;
  private final Set<String> asked = new HashSet<>();

  private Fields(
      Map<String, JsonNode> given, String prefix, boolean fromText, List<FieldError> errors) {
    this.given = given;
    this.prefix = prefix;
    this.fromText = fromText;
    this.errors = errors;
  }

  static Fields ofBody(Map<String, JsonNode> properties) {
    return new Fields(properties, "", false, new ArrayList<>());
  }

  static Fields ofQuery(Map<String, String> parameters) {
    Map<String, JsonNode> given = new LinkedHashMap<>();
    parameters.forEach((name, value) -> given.put(name, StringNode.valueOf(value)));
    return new Fields(given, "", true, new ArrayList<>());
  }

  /** A value that must be there. The result may be asked only while {@link #into} builds. */
  public <T> Supplier<T> required(String name, Shape<T> shape) {
    Supplier<Optional<T>> value = optional(name, shape);
    if (value(name).isEmpty()) {
      wrong(name, "is missing");
    }
    return () -> value.get().orElseThrow();
  }

  /** A value that may be absent or null. */
  public <T> Supplier<Optional<T>> optional(String name, Shape<T> shape) {
    asked.add(name);
    Optional<T> read =
        value(name)
            .flatMap(
                node ->
                    switch (read(shape, node)) {
                      case Fits<T>(T value) -> Optional.of(value);
                      case Misfit<T>(String expectation) -> {
                        wrong(name, expectation);
                        yield Optional.empty();
                      }
                    });
    return () -> read;
  }

  /** A list of objects that may be absent; each is read by the same questions. */
  public <T> Supplier<List<T>> list(
      String name, int longest, Function<Fields, Supplier<T>> element) {
    asked.add(name);
    List<JsonNode> nodes = value(name).map(node -> elements(name, node, longest)).orElse(List.of());
    List<Supplier<T>> read = new ArrayList<>();
    for (int index = 0; index < nodes.size(); index++) {
      String inner = prefix + name + "[" + index + "].";
      Fields fields = new Fields(Json.properties(nodes.get(index)), inner, fromText, errors);
      read.add(element.apply(fields));
      fields.refuseStrangers();
    }
    return () -> read.stream().map(Supplier::get).toList();
  }

  /** Builds the result from what was read, unless anything was wrong. */
  public <T> T into(Supplier<T> result) {
    refuseStrangers();
    if (!errors.isEmpty()) {
      throw Refusal.invalid(errors);
    }
    return result.get();
  }

  private <T> Reading<T> read(Shape<T> shape, JsonNode node) {
    return fromText ? shape.readText(node.stringValue()) : shape.read(node);
  }

  private List<JsonNode> elements(String name, JsonNode node, int longest) {
    if (!node.isArray()
        || node.size() > longest
        || !node.valueStream().allMatch(JsonNode::isObject)) {
      wrong(name, "must be a list of at most " + longest + " objects");
      return List.of();
    }
    return node.valueStream().toList();
  }

  private Optional<JsonNode> value(String name) {
    return Optional.ofNullable(given.get(name)).filter(node -> !node.isNull());
  }

  private void refuseStrangers() {
    given.keySet().stream()
        .filter(name -> !asked.contains(name))
        .forEach(name -> wrong(name, "is not known here; known are " + known()));
  }

  private String known() {
    return asked.isEmpty() ? "none" : asked.stream().sorted().collect(Collectors.joining(", "));
  }

  private void wrong(String name, String what) {
    errors.add(new FieldError(prefix + name, prefix + name + " " + what + "."));
  }
}
