package io.autodidact.connector.openapi;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Gives every operation a name of its own: its operationId in snake case; where several share one,
 * what sets their paths apart is added; without one, method and path.
 */
final class Names {
  private static final int LONGEST = 64;

  /** Where an operation is in the document. */
  record Place(String method, String path, String operationId) {
    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  private Names() {}

  static Map<Place, String> of(List<Place> places) {
    var names = new LinkedHashMap<Place, String>();
    var taken = new HashSet<String>();
    var groups =
        places.stream()
            .collect(Collectors.groupingBy(Names::plain, LinkedHashMap::new, Collectors.toList()));
    groups.forEach(
        (name, group) -> {
          if (group.size() == 1 && taken.add(name)) {
            names.put(group.getFirst(), name);
          }
        });
    groups.forEach(
        (name, group) -> {
          var shared = Shared.of(group);
          for (var place : group) {
            if (!names.containsKey(place)) {
              names.put(place, untaken(candidates(name, place, shared), taken));
            }
          }
        });
    return names;
  }

  private static String plain(Place place) {
    var id = snakeCase(place.operationId());
    return shortened(id.isEmpty() ? fromPath(place) : id);
  }

  /** {@code GET /items/{itemId}/stock} as {@code get_items_by_item_id_stock}. */
  private static String fromPath(Place place) {
    var parts = new ArrayList<String>();
    parts.add(place.method().toLowerCase(Locale.ROOT));
    parts.addAll(segments(place.path()).stream().map(Names::spoken).toList());
    return String.join("_", parts);
  }

  /** What is tried in turn: the fixed parts that set the path apart, all such parts, and more. */
  private static Stream<String> candidates(String name, Place place, Shared shared) {
    var segments = segments(place.path());
    var own = segments.subList(shared.first(), segments.size() - shared.last());
    var fixed = own.stream().filter(segment -> !segment.contains("{")).map(Names::spoken);
    var apart = joined(name, own.stream().map(Names::spoken));
    var whole = joined(name, segments.stream().skip(shared.first()).map(Names::spoken));
    var method = place.method().toLowerCase(Locale.ROOT);
    return Stream.concat(
        Stream.of(joined(name, fixed), apart, whole, whole + "_" + method),
        Stream.iterate(2, n -> n + 1).map(n -> shortened(whole) + "_" + n));
  }

  private static String joined(String name, Stream<String> parts) {
    return Stream.concat(Stream.of(name), parts)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("_"));
  }

  private static String untaken(Stream<String> candidates, Set<String> taken) {
    return candidates.map(Names::shortened).filter(taken::add).findFirst().orElseThrow();
  }

  /** How many segments all paths of a group have in common, at their beginning and end. */
  private record Shared(int first, int last) {
    static Shared of(List<Place> group) {
      var paths = group.stream().map(place -> segments(place.path())).toList();
      int first = common(paths);
      var tails = paths.stream().map(path -> path.subList(first, path.size()).reversed()).toList();
      return new Shared(first, common(tails));
    }

    private static int common(List<List<String>> paths) {
      int shortest = paths.stream().mapToInt(List::size).min().orElse(0);
      int same = 0;
      while (same < shortest && sameAt(paths, same)) {
        same++;
      }
      return same;
    }

    private static boolean sameAt(List<List<String>> paths, int index) {
      return paths.stream().map(path -> path.get(index)).distinct().count() == 1;
    }
  }

  private static List<String> segments(String path) {
    return Stream.of(path.split("/")).filter(segment -> !segment.isEmpty()).toList();
  }

  private static String spoken(String segment) {
    var word = words(segment.replace("{", "").replace("}", ""));
    return segment.contains("{") ? "by_" + word : word;
  }

  /** Lower case words joined by underscores, starting with a letter; empty if nothing is left. */
  static String snakeCase(String text) {
    var words = words(text);
    return words.isEmpty() || Character.isLetter(words.charAt(0)) ? words : "op_" + words;
  }

  private static String words(String text) {
    return text.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
        .replaceAll("([A-Z]+)([A-Z][a-z])", "$1_$2")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", "_")
        .replaceAll("^_+|_+$", "");
  }

  /** What is too long keeps its beginning and is told apart by a hash of the whole. */
  private static String shortened(String name) {
    if (name.length() <= LONGEST) {
      return name;
    }
    var hash = "_%06x".formatted(name.hashCode() & 0xffffff);
    return name.substring(0, LONGEST - hash.length()).replaceAll("_+$", "") + hash;
  }
}
