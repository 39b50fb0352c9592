package io.autodidact.task;

import io.autodidact.connector.Episode;
import io.autodidact.connector.Operation;
import io.autodidact.task.Checks.EntityList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Finds out by which argument a list finds a thing by its name. */
final class TrySearches {
  private TrySearches() {}

  /** The argument by which the list finds one of its entities and leaves others out. */
  static String of(Operation read, EntityList list, JsonNode all, Episode episode)
      throws InterruptedException {
    var candidates =
        Parameter.of(read).stream()
            .filter(
                parameter ->
                    parameter.is("string") && parameter.schema().path("enum").isMissingNode())
            .filter(parameter -> !Values.idName(parameter.name()))
            .sorted((a, b) -> Boolean.compare(b.name().equals("search"), a.name().equals("search")))
            .toList();
    for (Parameter candidate : candidates) {
      var kind = new EntityKind(list, Map.of(), candidate.pointer());
      if (finds(kind, all, episode)) {
        return candidate.pointer();
      }
    }
    return "";
  }

  private static boolean finds(EntityKind kind, JsonNode all, Episode episode)
      throws InterruptedException {
    var rows = kind.rows(all);
    for (JsonNode row : List.of(rows.getFirst(), rows.getLast())) {
      var found = kind.rows(Distinctions.read(kind.lookUp(kind.key(row)), episode));
      var itself = found.stream().anyMatch(one -> kind.key(one).equals(kind.key(row)));
      if (!itself || found.size() * 2 > rows.size() + 1) {
        return false;
      }
    }
    return true;
  }
}
