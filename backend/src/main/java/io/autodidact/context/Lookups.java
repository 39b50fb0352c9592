package io.autodidact.context;

import io.autodidact.connector.Effect;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which operations find the ids that a tool needs: the read at the collection an address goes
 * through, or the one whose collection bears the name of the parameter.
 */
final class Lookups {
  private final Map<String, Tool> byCollection = new LinkedHashMap<>();
  private final Map<String, Tool> byNoun = new LinkedHashMap<>();

  Lookups(Collection<Tool> tools) {
    for (var tool : tools) {
      var path = tool.operation().path();
      boolean reads = tool.operation().effect() == Effect.READ && !path.isEmpty();
      if (reads && !isPlaceholder(path.getLast())) {
        byCollection.putIfAbsent(String.join("/", path), tool);
        if (tool.required().isEmpty()) {
          byNoun.putIfAbsent(noun(path.getLast()), tool);
        }
      }
    }
  }

  /** The operations that bring the ids among the tool's required arguments, without itself. */
  List<Tool> of(Tool tool) {
    return tool.required().stream()
        .filter(Tool.Parameter::names)
        .flatMap(parameter -> lookup(tool, parameter.name()).stream())
        .filter(found -> !found.name().equals(tool.name()))
        .distinct()
        .toList();
  }

  private Optional<Tool> lookup(Tool tool, String parameter) {
    var path = tool.operation().path();
    int place = path.indexOf("{" + parameter + "}");
    var collection =
        place < 1 ? Optional.<Tool>empty() : named(byCollection, path.subList(0, place));
    return collection.or(() -> Optional.ofNullable(byNoun.get(noun(parameter))));
  }

  private static Optional<Tool> named(Map<String, Tool> tools, List<String> path) {
    return Optional.ofNullable(tools.get(String.join("/", path)));
  }

  /** The last word that is no {@code id}: {@code fromWarehouseId} means a warehouse. */
  private static String noun(String name) {
    var words = Words.of(name).stream().filter(word -> !word.equals("id")).toList();
    return words.isEmpty() ? name : words.getLast();
  }

  private static boolean isPlaceholder(String segment) {
    return segment.startsWith("{");
  }
}
