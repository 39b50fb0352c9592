package io.autodidact.task;

import io.autodidact.connector.Episode;
import io.autodidact.connector.Episodes;
import io.autodidact.task.Checks.Difference;
import io.autodidact.task.TaskFamily.Change;
import io.autodidact.task.TaskFamily.OfCreated;
import io.autodidact.task.TaskFamily.OfEntity;
import io.autodidact.task.ValueSource.FromStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/**
 * Makes checks by doing: carries a plan out in two fresh episodes of one seed. What differs between
 * the two is masked, what differs between before and after in both is expected. A third episode
 * proves that doing nothing fails the checks and that the plan passes them.
 */
final class MakeChecks {
  private final Episodes episodes;
  private final Domain domain;

  MakeChecks(Episodes episodes, Domain domain) {
    this.episodes = episodes;
    this.domain = domain;
  }

  /** Checks, or why there are none. */
  sealed interface Made {
    record Good(Checks checks) implements Made {}

    /** Why there are none, and what may help. */
    record Bad(String reason, Remedy remedy) implements Made {}
  }

  /** What may help where a draft came to nothing. */
  enum Remedy {
    NONE,
    /** Other entities or values, in the same episode: nothing has changed in it. */
    DRAW_AGAIN,
    /** Other entities or values, in a fresh episode. */
    OPEN_AGAIN
  }

  private record Attempt(PlanReplay replay, Evidence evidence) {}

  /**
   * @param episode of that seed, in which nothing has been changed yet; the first replay uses it
   */
  Made of(Draft draft, long seed, Episode episode) throws InterruptedException {
    var plan = draft.plan();
    var blank =
        new Checks(probes(draft), domain.watches(), domain.lists(), List.of(), Set.of(), List.of());
    var one = attempt(plan, blank, episode);
    if (!one.replay().succeeded()) {
      return new Made.Bad(one.replay().problem().orElseThrow(), remedy(draft, one.replay()));
    }
    var other = attemptAfresh(plan, blank, seed);
    if (!other.replay().succeeded()) {
      return new Made.Bad("the second replay failed", Remedy.NONE);
    }
    var masked = one.evidence().unstableAgainst(other.evidence(), blank);
    var masking =
        new Checks(
            blank.probes(),
            blank.watches(),
            blank.lists(),
            List.of(),
            masked,
            one.replay().answer());
    var changes = one.evidence().changes(masking);
    var problem = problem(draft, one, other, changes, other.evidence().changes(masking));
    if (problem.isPresent()) {
      return new Made.Bad(problem.get(), Remedy.NONE);
    }
    return proven(plan, with(masking, changes), seed);
  }

  private static Optional<String> problem(
      Draft draft, Attempt one, Attempt other, List<Difference> changes, List<Difference> again) {
    var asks = !draft.plan().answer().isEmpty();
    var writes = draft.family().parts().stream().anyMatch(Change.class::isInstance);
    if (!one.replay().answer().equals(other.replay().answer())) {
      return Optional.of("the answer is another one in an equal episode");
    }
    if (!same(changes, again)) {
      return Optional.of("the effect is another one in an equal episode");
    }
    if (writes && changes.isEmpty()) {
      return Optional.of("the change can not be seen");
    }
    if (!draft.values().stream()
        .allMatch(values -> values.values().stream().allMatch(value -> shows(changes, value)))) {
      return Optional.of("a value of the request can not be seen in the state");
    }
    if (asks && !writes && !changes.isEmpty()) {
      return Optional.of("asking changes something");
    }
    return Optional.empty();
  }

  /** As a value, or in the name of a place: the key or the content of an element. */
  private static boolean shows(List<Difference> changes, JsonNode value) {
    var text = Values.text(value);
    return changes.stream()
        .anyMatch(change -> Values.same(change.after(), value) || change.place().contains(text));
  }

  private static boolean same(List<Difference> changes, List<Difference> again) {
    return changes.size() == again.size()
        && changes.stream()
            .allMatch(
                change ->
                    again.stream()
                        .anyMatch(
                            other ->
                                change.place().equals(other.place())
                                    && Values.same(change.after(), other.after())));
  }

  private static Checks with(Checks checks, List<Difference> expected) {
    return new Checks(
        checks.probes(),
        checks.watches(),
        checks.lists(),
        expected,
        checks.masked(),
        checks.answer());
  }

  private Made proven(Plan plan, Checks checks, long seed) throws InterruptedException {
    try (Episode episode = episodes.open(seed)) {
      var check = ReplayCheck.begin(episode, checks);
      if (check.judge(NullNode.getInstance()).reward() > 0) {
        return new Made.Bad("doing nothing passes the checks", Remedy.NONE);
      }
      var replay = PlanReplay.of(plan, check.episode());
      var judgement = check.judge(answer(replay.answer()));
      return judgement.reward() == 1
          ? new Made.Good(checks)
          : new Made.Bad(
              "the plan does not pass its own checks: " + judgement.unexpected(), Remedy.NONE);
    }
  }

  /** The answer as the agent would give it. */
  static JsonNode answer(List<JsonNode> values) {
    return switch (values.size()) {
      case 0 -> NullNode.getInstance();
      case 1 -> values.getFirst();
      default -> {
        var array = tools.jackson.databind.node.JsonNodeFactory.instance.arrayNode();
        values.forEach(array::add);
        yield array;
      }
    };
  }

  private static Remedy remedy(Draft draft, PlanReplay replay) {
    var changed =
        replay.steps().stream()
            .filter(done -> done.outcome().succeeded())
            .anyMatch(done -> draft.changes(done.call().operation()));
    return changed ? Remedy.OPEN_AGAIN : Remedy.DRAW_AGAIN;
  }

  private Attempt attemptAfresh(Plan plan, Checks checks, long seed) throws InterruptedException {
    try (Episode episode = episodes.open(seed)) {
      return attempt(plan, checks, episode);
    }
  }

  private static Attempt attempt(Plan plan, Checks checks, Episode episode)
      throws InterruptedException {
    var check = ReplayCheck.begin(episode, checks);
    var replay = PlanReplay.of(plan, check.episode());
    return new Attempt(
        replay, replay.succeeded() ? check.evidence() : new Evidence(List.of(), List.of()));
  }

  /** Every collection, and every read that shows something the plan touches. */
  private List<PlanStep> probes(Draft draft) {
    var probes = new LinkedHashSet<>(domain.collections());
    for (int part = 0; part < draft.family().parts().size(); part++) {
      if (draft.family().parts().get(part) instanceof Change change) {
        for (Checks.Watch watch : domain.watches()) {
          if (watch.operation().equals(change.operation())) {
            touched(draft, change, watch).ifPresent(probes::add);
          }
        }
        made(draft, part, change).ifPresent(probes::add);
      }
    }
    return new ArrayList<>(probes);
  }

  /** The read of what a part creates, where the request names it. */
  private Optional<PlanStep> made(Draft draft, int part, Change change) {
    return domain
        .kind(domain.creates(change.operation()))
        .filter(kind -> !kind.itemRead().isEmpty())
        .filter(kind -> draft.values().get(part).containsKey("/" + kind.list().key()))
        .map(
            kind -> {
              var key = Values.text(draft.value(part, "/" + kind.list().key()));
              var id = inCollection(kind, key, kind.list().id());
              return new PlanStep(kind.itemRead(), Map.of(kind.itemParameter(), id));
            });
  }

  private Optional<PlanStep> touched(Draft draft, Change change, Checks.Watch watch) {
    Map<String, ValueSource> arguments = new LinkedHashMap<>();
    for (var argument : watch.arguments().entrySet()) {
      var source =
          switch (change.arguments().get(argument.getValue())) {
            case OfEntity(int entity, String field) ->
                Optional.of(inCollection(draft.actors().get(entity), field));
            case OfCreated created -> createdInCollection(draft, created);
            case TaskFamily.Drawn drawn -> Optional.<ValueSource>empty();
            case null -> Optional.<ValueSource>empty();
          };
      if (source.isEmpty()) {
        return Optional.empty();
      }
      arguments.put(argument.getKey(), source.get());
    }
    return Optional.of(new PlanStep(watch.read(), arguments));
  }

  private ValueSource inCollection(Draft.Actor actor, String field) {
    return inCollection(actor.kind(), actor.key(), field);
  }

  private FromStep inCollection(EntityKind kind, String key, String field) {
    return kind.field(domain.collections().indexOf(kind.readAll()), key, field);
  }

  /** What an earlier part created goes by the key the request gives it. */
  private Optional<ValueSource> createdInCollection(Draft draft, OfCreated created) {
    var values = draft.values().get(created.part());
    return domain.kinds().stream()
        .filter(kind -> kind.list().id().equals(created.field()))
        .filter(kind -> values.containsKey("/" + kind.list().key()))
        .filter(
            kind ->
                draft.family().parts().get(created.part()) instanceof Change change
                    && domain.creates(change.operation()).equals(kind.noun()))
        .findFirst()
        .map(
            kind ->
                inCollection(
                    kind,
                    Values.text(draft.value(created.part(), "/" + kind.list().key())),
                    created.field()));
  }
}
