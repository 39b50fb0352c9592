package io.autodidact.task;

import io.autodidact.task.ValueSource.Constant;
import io.autodidact.task.ValueSource.FromStep;
import io.autodidact.task.ValueSource.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Which entities a task is about: read off its plan, so that a stored task can be asked as well. */
record EntitiesOfTask(Domain domain) {
  /** Their natural keys in alphabetical order. */
  List<String> of(Task task) {
    var keys = new ArrayList<String>();
    for (PlanStep step : task.plan().steps()) {
      step.arguments()
          .forEach((pointer, source) -> keys.addAll(keys(step.operation(), pointer, source)));
    }
    task.plan().answer().forEach(source -> keys.addAll(lookedUp(source)));
    return keys.stream().distinct().sorted().toList();
  }

  private List<String> keys(String operation, String pointer, ValueSource source) {
    return switch (source) {
      case Constant(JsonNode value) ->
          takesKey(operation, pointer) ? List.of(Values.text(value)) : List.of();
      case FromStep from -> lookedUp(from);
    };
  }

  /** Whether the argument is the natural key of something, not its id. */
  private boolean takesKey(String operation, String pointer) {
    return domain
        .slot(operation, pointer)
        .filter(slot -> domain.kind(slot.noun()).filter(kind -> isKey(kind, slot)).isPresent())
        .isPresent();
  }

  private static boolean isKey(EntityKind kind, Domain.Slot slot) {
    return kind.list().key().equals(slot.field());
  }

  private static List<String> lookedUp(ValueSource source) {
    return source instanceof FromStep(int step, List<Segment> path)
        ? path.stream().flatMap(segment -> key(segment).stream()).toList()
        : List.of();
  }

  private static Optional<String> key(Segment segment) {
    return segment instanceof Segment.Where(String field, JsonNode value)
        ? Optional.of(Values.text(value))
        : Optional.empty();
  }
}
