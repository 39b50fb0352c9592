package io.autodidact.task;

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

/** Chooses the reads that show the state in which a draft's effect would be seen. */
final class ChooseProbes {
  private final Domain domain;
  private final Draft draft;

  ChooseProbes(Domain domain, Draft draft) {
    this.domain = domain;
    this.draft = draft;
  }

  /** Every collection, and every read that shows something the plan touches. */
  List<PlanStep> probes() {
    var probes = new LinkedHashSet<>(domain.collections());
    for (int part = 0; part < draft.family().parts().size(); part++) {
      if (draft.family().parts().get(part) instanceof Change change) {
        for (Checks.Watch watch : domain.watches()) {
          if (watch.operation().equals(change.operation())) {
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
                Optional.of(inCollection(draft.actors().get(entity), field));
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

  private ValueSource inCollection(Draft.Actor actor, String field) {
    return inCollection(actor.kind(), actor.key(), field);
  }

  private FromStep inCollection(EntityKind kind, String key, String field) {
    return kind.field(domain.collections().indexOf(kind.readAll()), key, field);
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
