package io.autodidact.task;

import io.autodidact.task.Draft.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Finds words for an entity that has no name: by what it belongs to, and what else it has. */
final class Describe {
  private final EntitiesHere entities;
  private final EntityKind kind;

  Describe(EntitiesHere entities, EntityKind kind) {
    this.entities = entities;
    this.kind = kind;
  }

  /** The shortest traits that no other entity has together; empty if there are none. */
  Optional<List<Trait>> of(JsonNode row) throws InterruptedException {
    var traits = new ArrayList<Trait>();
    for (Selection filter : kind.filters()) {
      trait(filter, row).ifPresent(traits::add);
    }
    var related = traits.stream().filter(trait -> trait.selection().isRelation()).toList();
    for (Trait one : related) {
      if (isAlone(List.of(one))) {
        return Optional.of(List.of(one));
      }
    }
    for (Trait one : related) {
      for (Trait other : traits) {
        if (!one.equals(other) && isAlone(List.of(one, other))) {
          return Optional.of(List.of(one, other));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Trait> trait(Selection filter, JsonNode row) throws InterruptedException {
    var value = row.path(filter.field());
    if (!filter.isRelation()) {
      return Optional.of(new Trait(filter, value, Optional.empty()));
    }
    return entities.referred(filter, value).map(of -> new Trait(filter, value, Optional.of(of)));
  }

  private boolean isAlone(List<Trait> traits) throws InterruptedException {
    return entities.rows(kind).stream()
            .filter(
                row ->
                    traits.stream()
                        .allMatch(
                            trait ->
                                Values.same(
                                    row.path(trait.selection().field()), trait.value())))
            .count()
        == 1;
  }

  /** As people would say it. */
  static String words(Actor actor) {
    var text = new StringBuilder("the ").append(actor.kind().noun());
    actor.traits().forEach(trait -> text.append(' ').append(trait.say()));
    return text.toString();
  }
}
