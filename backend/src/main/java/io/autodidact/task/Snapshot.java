package io.autodidact.task;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/**
 * The probed state in canonical form: comparable between episodes of one seed, because entities go
 * by natural keys, lists have no order, and the software's clock is left out.
 *
 * @param places every value by its place
 * @param elements the places of entities in lists
 * @param values the values at all places of one pattern, in any order; masked ones included
 */
record Snapshot(
    Map<String, JsonNode> places, Set<String> elements, Map<String, List<String>> values) {

  /** What differs between this state and a later one. */
  List<Checks.Difference> differencesTo(Snapshot later) {
    var all = new TreeSet<>(places.keySet());
    all.addAll(later.places.keySet());
    var differences = new ArrayList<Checks.Difference>();
    for (String place : all) {
      JsonNode before = places.getOrDefault(place, NullNode.getInstance());
      JsonNode after = later.places.getOrDefault(place, NullNode.getInstance());
      if (!Values.same(before, after)) {
        differences.add(new Checks.Difference(place, before, after));
      }
    }
    return differences;
  }

  /** Patterns whose values are not the same in another state that should be equal. */
  Set<String> unstableAgainst(Snapshot other) {
    var patterns = new HashSet<>(values.keySet());
    patterns.addAll(other.values.keySet());
    patterns.removeIf(pattern -> sorted(pattern).equals(other.sorted(pattern)));
    return patterns;
  }

  private List<String> sorted(String pattern) {
    return values.getOrDefault(pattern, List.of()).stream().sorted().toList();
  }
}
