package io.autodidact.task;

import io.autodidact.connector.Episode;
import io.autodidact.task.Draft.Actor;
import java.util.ArrayList;
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
    var free = new ArrayList<Actor>();
    for (JsonNode row : all) {
      if (taken.stream().noneMatch(actor -> actor.row().equals(row))) {
        told(kind, row, all).ifPresent(free::add);
      }
    }
    return free.isEmpty()
        ? Optional.empty()
        : Optional.of(inFull(free.get(random.nextInt(free.size()))));
  }

  /** The entity with its name, or with words that describe no other. */
  private Optional<Actor> told(EntityKind kind, JsonNode row, List<JsonNode> all)
      throws InterruptedException {
    if (kind.isKeyless()) {
      return new Describe(this, kind).of(row).map(traits -> new Actor(kind, row, row, traits));
    }
    return isAlone(kind, row, all) ? Optional.of(new Actor(kind, row, row)) : Optional.empty();
  }

  /** What the value of that field refers to; empty if it refers to nothing that has a name. */
  Optional<Actor> referred(Selection selection, JsonNode value) throws InterruptedException {
    if (!selection.isRelation()) {
      return Optional.empty();
    }
    var kind = kind(selection.of());
    var all = rows(kind);
    return all.stream()
        .filter(row -> Values.same(row.path(selection.refers()), value))
        .filter(row -> isAlone(kind, row, all))
        .findFirst()
        .map(row -> new Actor(kind, row, row));
  }

  /** Whether no other has its key. */
  static boolean isAlone(EntityKind kind, JsonNode row, List<JsonNode> all) {
    return all.stream().filter(one -> kind.key(one).equals(kind.key(row))).count() == 1;
  }

  /** The entity as its own read shows it. */
  Actor inFull(Actor actor) throws InterruptedException {
    return new Actor(actor.kind(), actor.row(), full(actor.kind(), actor.row()), actor.traits());
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
