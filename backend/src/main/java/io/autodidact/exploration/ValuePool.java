package io.autodidact.exploration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The values seen in one episode, with where they came from; what was deleted is forgotten. */
final class ValuePool {
  private static final int KEPT_PER_SOURCE = 60;

  private final Map<Source, List<Held>> bySource = new HashMap<>();
  private final Map<String, List<Held>> byName = new HashMap<>();

  void add(Held held) {
    var values = bySource.computeIfAbsent(held.source(), _ -> new ArrayList<>());
    values.removeIf(older -> older.value().equals(held.value()) && sameContext(older, held));
    keep(values, held);
    keep(byName.computeIfAbsent(Pointers.name(held.source().path()), _ -> new ArrayList<>()), held);
  }

  private static void keep(List<Held> values, Held held) {
    values.add(held);
    if (values.size() > KEPT_PER_SOURCE) {
      values.removeFirst();
    }
  }

  private static boolean sameContext(Held one, Held other) {
    return one.from().call().arguments().equals(other.from().call().arguments());
  }

  /** The newest last. */
  List<Held> from(Source source) {
    return bySource.getOrDefault(source, List.of());
  }

  /** Values of fields of that name, wherever they were seen. */
  List<Held> named(String name) {
    return byName.getOrDefault(name, List.of());
  }

  Set<Source> sources() {
    return bySource.keySet();
  }

  /**
   * Forgets a thing that no longer exists, whatever it was called by, and all that was read below
   * it.
   */
  void forget(JsonNode value) {
    var names = new HashSet<JsonNode>(Set.of(value));
    for (var held : all()) {
      if (held.value().isObject() && isCalled(held.value(), value)) {
        addId(names, held.value());
      }
    }
    bySource.values().forEach(values -> values.removeIf(held -> isAbout(held, names)));
    byName.values().forEach(values -> values.removeIf(held -> isAbout(held, names)));
    bySource.values().removeIf(List::isEmpty);
  }

  private List<Held> all() {
    return bySource.values().stream().flatMap(List::stream).toList();
  }

  private static boolean isCalled(JsonNode object, JsonNode value) {
    return object.properties().stream()
        .anyMatch(e -> e.getValue().equals(value) && isIdentifying(e.getKey()));
  }

  static boolean isIdentifying(String name) {
    var reference = Reference.of(name);
    return reference.kind().isEmpty() && (reference.isId() || reference.isNaturalKey());
  }

  private static void addId(Set<JsonNode> names, JsonNode object) {
    object.properties().stream()
        .filter(e -> Reference.of(e.getKey()).isId() && Reference.of(e.getKey()).kind().isEmpty())
        .forEach(e -> names.add(e.getValue()));
  }

  private static boolean isAbout(Held held, Set<JsonNode> names) {
    if (names.contains(held.value())) {
      return true;
    }
    if (held.value().isObject()
        && held.value().properties().stream()
            .anyMatch(e -> isIdentifying(e.getKey()) && names.contains(e.getValue()))) {
      return true;
    }
    return held.from().call().arguments().properties().stream()
        .anyMatch(e -> e.getValue().isValueNode() && names.contains(e.getValue()));
  }
}
