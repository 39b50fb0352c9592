package io.autodidact.task;

import io.autodidact.task.TaskFamily.Change;
import io.autodidact.task.TaskFamily.Drawn;
import io.autodidact.task.TaskFamily.Filler;
import io.autodidact.task.TaskFamily.OfCreated;
import io.autodidact.task.TaskFamily.OfEntity;
import io.autodidact.task.TaskFamily.Question;
import io.autodidact.task.ValueSource.Constant;
import io.autodidact.task.ValueSource.FromStep;
import io.autodidact.task.ValueSource.Segment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A family with entities and values of one episode filled in.
 *
 * @param actors the entities, by their number in the family
 * @param values for each part the values drawn, by JSON Pointer
 * @param framing what is said around the parts; a family's one part may have become several, or a
 *     question
 */
record Draft(
    TaskFamily family, List<Actor> actors, List<Map<String, JsonNode>> values, Framing framing) {
  Draft(TaskFamily family, List<Actor> actors, List<Map<String, JsonNode>> values) {
    this(family, actors, values, new Framing.Plain());
  }

  /**
   * An entity of the episode.
   *
   * @param row as its list shows it
   * @param full as its own read shows it, or again the row
   * @param traits what only it has, where it has no key
   */
  record Actor(EntityKind kind, JsonNode row, JsonNode full, List<Trait> traits) {
    Actor(EntityKind kind, JsonNode row, JsonNode full) {
      this(kind, row, full, List.of());
    }

    String key() {
      return kind.key(row);
    }

    /** A field of it in the result of the step that looks it up. */
    FromStep field(int step, String field) {
      return kind.isKeyless() ? kind.fieldOfOnly(step, field) : kind.field(step, key(), field);
    }
  }

  /** What was drawn for an argument of a part. */
  JsonNode value(int part, String pointer) {
    return Objects.requireNonNull(values.get(part).get(pointer), pointer);
  }

  /** Whether one of the parts is a change by that operation. */
  boolean changes(String operation) {
    return family.parts().stream()
        .anyMatch(part -> part instanceof Change change && change.operation().equals(operation));
  }

  Plan plan() {
    return new Building().plan();
  }

  /** Puts the steps together, looking each entity up where it is needed first. */
  private final class Building {
    private final List<PlanStep> steps = new ArrayList<>();
    private final List<ValueSource> answer = new ArrayList<>();
    private final Set<ValueSource> deciding = new LinkedHashSet<>();
    private final Map<PlanStep, Integer> lookUps = new HashMap<>();
    private final Map<Integer, Integer> stepOfPart = new HashMap<>();

    Plan plan() {
      if (framing instanceof Framing.OnlyIf(Condition condition, Draft _) && condition.holds()) {
        deciding.add(shown(condition.actor(), condition.field(), condition.inFull()));
      }
      for (int part = 0; part < family.parts().size(); part++) {
        switch (family.parts().get(part)) {
          case Change change -> change(part, change);
          case Question question -> question(question);
        }
      }
      return new Plan(steps, answer, List.copyOf(deciding));
    }

    private void change(int part, Change change) {
      var arguments = new LinkedHashMap<String, ValueSource>();
      change
          .arguments()
          .forEach((pointer, filler) -> arguments.put(pointer, source(part, pointer, filler)));
      steps.add(new PlanStep(change.operation(), arguments));
      stepOfPart.put(part, steps.size() - 1);
    }

    private ValueSource source(int part, String pointer, Filler filler) {
      return switch (filler) {
        case OfEntity(int entity, String field) -> ofEntity(actors.get(entity), field);
        case OfCreated(int earlier, String field) -> ofCreated(earlier, field);
        case Drawn() -> new Constant(value(part, pointer));
      };
    }

    /** Named by the request, or known only once it is created. */
    private ValueSource ofCreated(int earlier, String field) {
      return values.get(earlier).containsKey("/" + field)
          ? new Constant(value(earlier, "/" + field))
          : new FromStep(
              Objects.requireNonNull(stepOfPart.get(earlier)), List.of(new Segment.Field(field)));
    }

    private ValueSource ofEntity(Actor actor, String field) {
      return field.equals(actor.kind().list().key()) && groupOf(actor).isEmpty()
          ? new Constant(actor.row().path(field))
          : actor.field(lookUp(actor), field);
    }

    /** The group whose members the request does not name one by one. */
    private Optional<Framing.OfEach> groupOf(Actor actor) {
      return framing instanceof Framing.OfEach each && each.members().contains(actor)
          ? Optional.of(each)
          : Optional.empty();
    }

    private int lookUp(Actor actor) {
      if (actor.kind().isKeyless()) {
        return narrowed(actor.kind(), actor.traits());
      }
      var group = groupOf(actor);
      return group.isPresent() ? readGroup(actor.kind(), group.get()) : once(actor.kind().lookUp(actor.key()));
    }

    private int once(PlanStep step) {
      return lookUps.computeIfAbsent(
          step,
          missing -> {
            steps.add(missing);
            return steps.size() - 1;
          });
    }

    /** The list of those alone; where it can not be had, all are looked at. */
    private int readGroup(EntityKind kind, Framing.OfEach group) {
      if (group.inCommon().selection().filters()) {
        return narrowed(kind, List.of(group.inCommon()));
      }
      int step = once(kind.readAll());
      group.listed().forEach(key -> deciding.add(kind.field(step, key, kind.list().key())));
      return step;
    }

    private int narrowed(EntityKind kind, List<Trait> traits) {
      var arguments = new LinkedHashMap<String, ValueSource>();
      for (Trait trait : traits) {
        var selection = trait.selection();
        arguments.put(
            selection.parameter(),
            trait
                .of()
                .map(of -> ofEntity(of, selection.refers()))
                .orElseGet(() -> new Constant(trait.value())));
      }
      return once(new PlanStep(kind.list().operation(), arguments));
    }

    private void question(Question question) {
      answer.add(shown(actors.get(question.entity()), question.field(), question.inFull()));
    }

    private ValueSource shown(Actor actor, String field, boolean inFull) {
      var found = lookUp(actor);
      if (!inFull) {
        return actor.field(found, field);
      }
      var id = actor.field(found, actor.kind().list().id());
      steps.add(new PlanStep(actor.kind().itemRead(), Map.of(actor.kind().itemParameter(), id)));
      return new FromStep(steps.size() - 1, List.of(new Segment.Field(field)));
    }
  }
}
