package io.autodidact.task;

import io.autodidact.connector.Call;
import io.autodidact.connector.Catalogue;
import io.autodidact.connector.Effect;
import io.autodidact.connector.Outcome;
import io.autodidact.task.Draft.Actor;
import io.autodidact.task.PlanReplay.Done;
import io.autodidact.task.TaskFamily.Change;
import io.autodidact.task.TaskFamily.Drawn;
import io.autodidact.task.TaskFamily.Filler;
import io.autodidact.task.TaskFamily.OfCreated;
import io.autodidact.task.TaskFamily.OfEntity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * Says what calls did as a family with entities and values filled in: the calls that changed
 * something, in order, are the family's, and every id that they took is one whose natural key they
 * had been shown.
 */
final class RestateSteps {
  private final Catalogue catalogue;
  private final Domain domain;
  private final EntitiesHere here;

  /**
   * @param here in a fresh episode of the same seed, where the same things have other ids
   */
  RestateSteps(Catalogue catalogue, Domain domain, EntitiesHere here) {
    this.catalogue = catalogue;
    this.domain = domain;
    this.here = here;
  }

  /** A reading of the steps as one of these families; empty if none says all that they changed. */
  Optional<Draft> as(List<TaskFamily> families, List<Done> steps) throws InterruptedException {
    var succeeded = steps.stream().filter(done -> done.outcome().succeeded()).toList();
    var writes = succeeded.stream().filter(done -> changes(done.call())).toList();
    for (var family : families) {
      var draft = writes.isEmpty() ? Optional.<Draft>empty() : as(family, writes, succeeded);
      if (draft.isPresent()) {
        return draft;
      }
    }
    return Optional.empty();
  }

  private boolean changes(Call call) {
    return catalogue.find(call.operation()).filter(one -> one.effect() != Effect.READ).isPresent();
  }

  private Optional<Draft> as(TaskFamily family, List<Done> writes, List<Done> seen)
      throws InterruptedException {
    if (!hasTheCallsOf(family, writes)) {
      return Optional.empty();
    }
    var reading = new Reading(family, writes, seen, new HashMap<>());
    var values = new ArrayList<Map<String, JsonNode>>();
    for (int part = 0; part < writes.size(); part++) {
      var change = (Change) family.parts().get(part);
      if (!isExplained(change, writes.get(part).call(), reading)) {
        return Optional.empty();
      }
      values.add(drawn(change, writes.get(part).call()));
    }
    return actors(family, reading.keys()).map(actors -> new Draft(family, actors, values));
  }

  private boolean hasTheCallsOf(TaskFamily family, List<Done> writes) {
    return family.frame() instanceof Frame.Plain
        && family.parts().size() == writes.size()
        && IntStream.range(0, writes.size())
            .allMatch(
                i ->
                    family.parts().get(i) instanceof Change change
                        && change.operation().equals(writes.get(i).call().operation())
                        && change.arguments().keySet().equals(given(writes.get(i).call())));
  }

  /** The places of the values in a call. */
  private Set<String> given(Call call) {
    return Parameter.of(catalogue.find(call.operation()).orElseThrow()).stream()
        .map(Parameter::pointer)
        .filter(pointer -> !call.arguments().at(pointer).isMissingNode())
        .collect(Collectors.toSet());
  }

  private static Map<String, JsonNode> drawn(Change change, Call call) {
    var values = new LinkedHashMap<String, JsonNode>();
    change
        .arguments()
        .forEach(
            (pointer, filler) -> {
              if (filler instanceof Drawn) {
                values.put(pointer, call.arguments().at(pointer));
              }
            });
    return values;
  }

  /**
   * Steps on the way to being understood.
   *
   * @param keys of the entities that are known so far, by their number in the family
   */
  private record Reading(
      TaskFamily family, List<Done> writes, List<Done> seen, Map<Integer, String> keys) {}

  /** Whether every id in a call is known; notes which entities they stand for. */
  private boolean isExplained(Change change, Call call, Reading reading) {
    for (Map.Entry<String, Filler> argument : change.arguments().entrySet()) {
      var value = call.arguments().at(argument.getKey());
      boolean explained =
          switch (argument.getValue()) {
            case Drawn _ -> true;
            case OfCreated(int earlier, String field) ->
                Values.same(body(reading.writes().get(earlier)).path(field), value);
            case OfEntity(int entity, String field) ->
                key(kind(reading.family(), entity), field, value, reading.seen())
                    .filter(key -> key.equals(reading.keys().computeIfAbsent(entity, none -> key)))
                    .isPresent();
          };
      if (!explained) {
        return false;
      }
    }
    return true;
  }

  private EntityKind kind(TaskFamily family, int entity) {
    return domain.kind(family.entities().get(entity)).orElseThrow();
  }

  /** The natural key of the one thing that was shown with that value in that field. */
  private static Optional<String> key(
      EntityKind kind, String field, JsonNode value, List<Done> seen) {
    var keys =
        seen.stream()
            .filter(done -> done.call().operation().equals(kind.list().operation()))
            .flatMap(done -> kind.rows(body(done)).stream())
            .filter(row -> Values.same(row.path(field), value))
            .map(kind::key)
            .distinct()
            .toList();
    return keys.size() == 1 ? Optional.of(keys.getFirst()) : Optional.empty();
  }

  private static JsonNode body(Done done) {
    return ((Outcome.Succeeded) done.outcome()).body();
  }

  private Optional<List<Actor>> actors(TaskFamily family, Map<Integer, String> keys)
      throws InterruptedException {
    var actors = new ArrayList<Actor>();
    for (int entity = 0; entity < family.entities().size(); entity++) {
      var actor = here.named(kind(family, entity), keys.getOrDefault(entity, ""));
      if (actor.isEmpty()) {
        return Optional.empty();
      }
      actors.add(actor.get());
    }
    return Optional.of(actors);
  }
}
