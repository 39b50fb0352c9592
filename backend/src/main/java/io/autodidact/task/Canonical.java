package io.autodidact.task;

import io.autodidact.task.Checks.EntityList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.StringNode;

/** Puts probes into canonical form. One instance makes one snapshot. */
final class Canonical {
  private final List<EntityList> lists;
  private final Set<String> masked;
  private final Optional<Set<String>> known;
  private final List<NaturalKeys> keys;
  private final Map<String, JsonNode> places = new TreeMap<>();
  private final Set<String> elements = new HashSet<>();
  private final Map<String, List<String>> values = new HashMap<>();

  /**
   * @param known elements of an earlier snapshot, which keep their keys even where the software
   *     makes new keys up
   * @param keys asked in this order for what an id stands for
   */
  Canonical(
      List<EntityList> lists,
      Set<String> masked,
      Optional<Set<String>> known,
      List<NaturalKeys> keys) {
    this.lists = lists;
    this.masked = masked;
    this.known = known;
    this.keys = keys;
  }

  Snapshot snapshot(List<Probe> probes) {
    var labels = new HashSet<String>();
    for (Probe probe : probes) {
      var label = label(probe, keys);
      if (labels.add(label) && !probe.body().isMissingNode()) {
        var operation = probe.call().operation();
        var at = new Place(label, operation + "(*)", operation, List.of());
        walk(at, operation, probe.body(), places);
      }
    }
    return new Snapshot(places, elements, values);
  }

  /** The read as people would say it, with names for ids: {@code get_item(Blue Widget)}. */
  static String label(Probe probe, List<NaturalKeys> keys) {
    return probe
        .call()
        .arguments()
        .propertyStream()
        .filter(argument -> argument.getValue().isValueNode())
        .filter(argument -> argument.getValue().isString() || Values.idName(argument.getKey()))
        .map(argument -> Values.text(named(argument.getKey(), argument.getValue(), keys)))
        .collect(Collectors.joining(", ", probe.call().operation() + "(", ")"));
  }

  /**
   * Where the walk is.
   *
   * @param name the place with keys
   * @param pattern the place with a star for every key
   * @param path fields from the top of the result, for finding the list
   */
  private record Place(String name, String pattern, String operation, List<String> path) {
    Place field(String field) {
      var deeper = new ArrayList<>(path);
      deeper.add(field);
      return new Place(name + "/" + field, pattern + "/" + field, operation, deeper);
    }

    Place element(String key) {
      return new Place(name + "/[" + key + "]", pattern + "/*", operation, path);
    }
  }

  private void walk(Place at, String field, JsonNode node, Map<String, JsonNode> into) {
    if (node.isObject()) {
      node.propertyStream()
          .forEach(
              member -> walk(at.field(member.getKey()), member.getKey(), member.getValue(), into));
    } else if (node.isArray()) {
      walkElements(at, field, node, into);
    } else if (!Values.clockReading(field, node) && !node.isNull()) {
      var value = named(field, node);
      values.computeIfAbsent(at.pattern(), ignored -> new ArrayList<>()).add(Values.text(value));
      if (!masked.contains(at.pattern())) {
        into.put(at.name(), value);
      }
    }
  }

  private void walkElements(Place at, String field, JsonNode array, Map<String, JsonNode> into) {
    var list =
        lists.stream()
            .filter(known -> known.operation().equals(at.operation()))
            .filter(known -> known.path().equals(at.path()))
            .findFirst();
    Map<String, Long> repeats =
        array
            .valueStream()
            .collect(Collectors.groupingBy(one -> key(list, one), Collectors.counting()));
    for (JsonNode element : array) {
      var key = key(list, element);
      var place = at.element(key);
      if (!key.isEmpty() && repeats.getOrDefault(key, 0L) == 1 && keepsKey(list, place)) {
        elements.add(place.name());
        walk(place, field, element, into);
      } else {
        count(at.element(content(at, field, element)), into);
      }
    }
  }

  private String key(Optional<EntityList> list, JsonNode element) {
    return list.map(EntityList::key)
        .filter(key -> element.path(key).isValueNode())
        .map(key -> Values.text(named(key, element.path(key))))
        .orElse("");
  }

  private boolean keepsKey(Optional<EntityList> list, Place place) {
    var unstable = list.filter(one -> masked.contains(place.pattern() + "/" + one.key()));
    return unstable.isEmpty() || known.isEmpty() || known.get().contains(place.name());
  }

  /** What an element without a key says, its own id left out: equal elements are one place. */
  private String content(Place at, String field, JsonNode element) {
    var said = new TreeMap<String, JsonNode>();
    walk(new Place("", at.pattern() + "/*", at.operation(), at.path()), field, element, said);
    said.remove("/id");
    return said.entrySet().stream()
        .map(entry -> (entry.getKey() + " " + Values.text(entry.getValue())).strip())
        .map(text -> text.startsWith("/") ? text.substring(1) : text)
        .collect(Collectors.joining(", "));
  }

  private static void count(Place place, Map<String, JsonNode> into) {
    into.merge(place.name(), IntNode.valueOf(1), (a, b) -> IntNode.valueOf(a.asInt() + b.asInt()));
  }

  private JsonNode named(String field, JsonNode value) {
    return named(field, value, keys);
  }

  private static JsonNode named(String field, JsonNode value, List<NaturalKeys> keys) {
    for (var known : keys) {
      var name = known.of(field, value);
      if (name.isPresent()) {
        return StringNode.valueOf(name.get());
      }
    }
    return value;
  }
}
