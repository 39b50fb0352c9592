package io.autodidact.task;

import io.autodidact.task.Draft.Actor;
import io.autodidact.task.TaskFamily.Change;
import io.autodidact.task.TaskFamily.Filler;
import io.autodidact.task.TaskFamily.OfEntity;
import io.autodidact.task.TaskFamily.Part;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/**
 * Draws two to four entities that have something in common, and what is done to each: the draft has
 * a part for every one of them, with the same values, and each part changes something.
 */
final class DrawForEach {
  private static final int FEWEST = 2;
  private static final int MOST = 4;

  /** How often values are drawn before they may be what one of the entities has already. */
  private static final int TRIES = 8;

  private final EntitiesHere entities;
  private final DrawValues values;
  private final RandomGenerator random;

  DrawForEach(EntitiesHere entities, DrawValues values, RandomGenerator random) {
    this.entities = entities;
    this.values = values;
    this.random = random;
  }

  /** Empty if no two to four entities of the episode have it in common. */
  Optional<Draft> draw(TaskFamily family, Frame.ForEach each) throws InterruptedException {
    var group = group(each.selection());
    if (group.isEmpty()) {
      return Optional.empty();
    }
    var actors = new ArrayList<Actor>();
    for (int i = 0; i < family.entities().size(); i++) {
      var actor =
          i == each.entity()
              ? Optional.of(group.get().members().getFirst())
              : entities.another(
                  entities.kind(family.entities().get(i)), taken(group.get(), actors), random);
      if (actor.isEmpty()) {
        return Optional.empty();
      }
      actors.add(actor.get());
    }
    var drawn = newToAll(family.onlyChange(), actors, group.get().members());
    return drawn.map(one -> unfolded(family, each, actors, group.get(), one));
  }

  private static Collection<Actor> taken(Framing.OfEach group, List<Actor> actors) {
    var taken = new ArrayList<>(actors);
    taken.addAll(group.members());
    group.inCommon().of().ifPresent(taken::add);
    return taken;
  }

  private Optional<Framing.OfEach> group(Selection selection) throws InterruptedException {
    var kind = entities.kind(selection.noun());
    var rows = entities.rows(kind);
    var groups =
        byValue(selection.field(), rows).stream()
            .filter(group -> isSuited(kind, group, rows))
            .toList();
    if (groups.isEmpty()) {
      return Optional.empty();
    }
    var chosen = groups.get(random.nextInt(groups.size()));
    var members = new ArrayList<Actor>();
    for (JsonNode row : chosen) {
      members.add(entities.inFull(new Actor(kind, row, row)));
    }
    var value = chosen.getFirst().path(selection.field());
    var inCommon = new Trait(selection, value, entities.referred(selection, value));
    return selection.isRelation() && inCommon.of().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Framing.OfEach(inCommon, members, rows.stream().map(kind::key).toList()));
  }

  /** Whether some of the rows, neither too few nor too many, have it in common. */
  static boolean hasGroup(EntityKind kind, Selection selection, List<JsonNode> rows) {
    return byValue(selection.field(), rows).stream().anyMatch(group -> isSuited(kind, group, rows));
  }

  private static Collection<List<JsonNode>> byValue(String field, List<JsonNode> rows) {
    var groups = new LinkedHashMap<String, List<JsonNode>>();
    rows.stream()
        .filter(row -> row.path(field).isValueNode() && !row.path(field).isNull())
        .forEach(
            row ->
                groups
                    .computeIfAbsent(Values.text(row.path(field)), _ -> new ArrayList<>())
                    .add(row));
    return groups.values();
  }

  private static boolean isSuited(EntityKind kind, List<JsonNode> group, List<JsonNode> all) {
    return group.size() >= FEWEST
        && group.size() <= MOST
        && group.stream().allMatch(row -> EntitiesHere.isAlone(kind, row, all));
  }

  private Optional<Map<String, JsonNode>> newToAll(
      Change change, List<Actor> actors, List<Actor> members) throws InterruptedException {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      var drawn = values.of(change, actors);
      if (members.stream().allMatch(member -> isNew(drawn, member))) {
        return Optional.of(drawn);
      }
    }
    return Optional.empty();
  }

  private static boolean isNew(Map<String, JsonNode> drawn, Actor member) {
    return drawn.entrySet().stream()
        .noneMatch(
            value ->
                Values.same(
                    member.full().path(value.getKey().replaceFirst(".*/", "")), value.getValue()));
  }

  private static Draft unfolded(
      TaskFamily family,
      Frame.ForEach each,
      List<Actor> first,
      Framing.OfEach group,
      Map<String, JsonNode> drawn) {
    var actors = new ArrayList<>(first);
    var parts = new ArrayList<>(family.parts());
    for (Actor member : group.members().subList(1, group.members().size())) {
      parts.add(redirected(family.onlyChange(), each.entity(), actors.size()));
      actors.add(member);
    }
    group.inCommon().of().ifPresent(actors::add);
    var nouns = actors.stream().map(actor -> actor.kind().noun()).toList();
    var whole = new TaskFamily(family.name(), family.difficulty(), nouns, parts, family.frame());
    var values = parts.stream().map(part -> drawn).toList();
    return new Draft(whole, actors, values, group);
  }

  private static Part redirected(Change change, int from, int to) {
    var arguments = new LinkedHashMap<String, Filler>();
    change
        .arguments()
        .forEach(
            (pointer, filler) ->
                arguments.put(
                    pointer,
                    filler instanceof OfEntity(int entity, String field) && entity == from
                        ? new OfEntity(to, field)
                        : filler));
    return new Change(change.operation(), arguments);
  }
}
