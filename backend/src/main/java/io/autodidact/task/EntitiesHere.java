package io.autodidact.task;

import io.autodidact.connector.Episode;
import io.autodidact.task.Draft.Actor;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/** The entities of one episode, each list read once. */
final class EntitiesHere {
  private final Domain domain;
  private final Episode episode;
  private final Map<String, List<JsonNode>> rows = new HashMap<>();

  EntitiesHere(Domain domain, Episode episode) {
    this.domain = domain;
    this.episode = episode;
  }

  EntityKind kind(String noun) {
    return domain.kind(noun).orElseThrow();
  }

  List<JsonNode> rows(EntityKind kind) throws InterruptedException {
    var known = rows.get(kind.noun());
    if (known == null) {
      known = ReadOn.rows(kind, episode);
      rows.put(kind.noun(), known);
    }
    return known;
  }

  /** Any entity of that kind with a key of its own that is not one of those. */
  Optional<Actor> another(EntityKind kind, Collection<Actor> taken, RandomGenerator random)
      throws InterruptedException {
    var all = rows(kind);
    var free =
        all.stream()
            .filter(row -> isAlone(kind, row, all))
            .filter(row -> taken.stream().noneMatch(actor -> actor.row().equals(row)))
            .toList();
    return free.isEmpty()
        ? Optional.empty()
        : Optional.of(actor(kind, free.get(random.nextInt(free.size()))));
  }

  /** Whether no other has its key. */
  static boolean isAlone(EntityKind kind, JsonNode row, List<JsonNode> all) {
    return all.stream().filter(one -> kind.key(one).equals(kind.key(row))).count() == 1;
  }

  Actor actor(EntityKind kind, JsonNode row) throws InterruptedException {
    return new Actor(kind, row, full(kind, row));
  }

  private JsonNode full(EntityKind kind, JsonNode row) throws InterruptedException {
    if (kind.itemRead().isEmpty()) {
      return row;
    }
    var id = new ValueSource.Constant(row.path(kind.list().id()));
    var read = new PlanStep(kind.itemRead(), Map.of(kind.itemParameter(), id));
    var full = Distinctions.read(read, episode);
    return full.isObject() ? full : row;
  }
}
