package io.autodidact.task;

import io.autodidact.task.TaskFamily.Change;
import io.autodidact.task.TaskFamily.OfCreated;
import io.autodidact.task.TaskFamily.OfEntity;
import io.autodidact.task.ValueSource.FromStep;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Chooses the reads that show the state in which a draft's effect would be seen. */
final class ChooseProbes {
  /** Collections read before and after each attempt, at most. */
  private static final int MOST_COLLECTIONS = 12;

  private final Domain domain;
  private final Draft draft;
  private final List<PlanStep> collections;

  ChooseProbes(Domain domain, Draft draft) {
    this.domain = domain;
    this.draft = draft;
    this.collections = nearest();
  }

  /**
   * The collections that have most to do with the draft: of what it names and creates, then of
   * things that can be told apart, then others. What is left out is still looked at where a write
   * touches it ({@link Checks.Watch}).
   */
  private List<PlanStep> nearest() {
    var named = new HashSet<PlanStep>();
    draft.actors().forEach(actor -> named.add(actor.kind().readAll()));
    for (TaskFamily.Part part : draft.family().parts()) {
      if (part instanceof Change change) {
        domain
            .kind(domain.creates(change.operation()))
            .ifPresent(kind -> named.add(kind.readAll()));
      }
    }
    var kinds = new HashSet<PlanStep>();
    domain.kinds().forEach(kind -> kinds.add(kind.readAll()));
    return domain.collections().stream()
        .sorted(
            Comparator.comparingInt(
                step -> named.contains(step) ? 0 : kinds.contains(step) ? 1 : 2))
        .limit(Math.max(named.size(), MOST_COLLECTIONS))
        .toList();
  }

  /** The nearest collections, and the reads that show something the plan touches. */
  List<PlanStep> probes() {
    var probes = new LinkedHashSet<>(collections);
    for (int part = 0; part < draft.family().parts().size(); part++) {
      if (draft.family().parts().get(part) instanceof Change change) {
        for (Checks.Watch watch : domain.watches()) {
          if (watch.operation().equals(change.operation()) && !watch.arguments().isEmpty()) {
            touched(change, watch).ifPresent(probes::add);
          }
        }
        made(part, change).ifPresent(probes::add);
      }
    }
    return new ArrayList<>(probes);
  }

  /** The read of what a part creates, where the request names it. */
  private Optional<PlanStep> made(int part, Change change) {
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

  private Optional<PlanStep> touched(Change change, Checks.Watch watch) {
    Map<String, ValueSource> arguments = new LinkedHashMap<>();
    for (var argument : watch.arguments().entrySet()) {
      var source =
          switch (change.arguments().get(argument.getValue())) {
            case OfEntity(int entity, String field) ->
                inCollection(draft.actors().get(entity), field);
            case OfCreated created -> createdInCollection(created);
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

  /** Things without a key are seen in their list alone. */
  private Optional<ValueSource> inCollection(Draft.Actor actor, String field) {
    return actor.kind().isKeyless()
        ? Optional.empty()
        : Optional.of(inCollection(actor.kind(), actor.key(), field));
  }

  private FromStep inCollection(EntityKind kind, String key, String field) {
    return kind.field(collections.indexOf(kind.readAll()), key, field);
  }

  /** What an earlier part created goes by the key the request gives it. */
  private Optional<ValueSource> createdInCollection(OfCreated created) {
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
