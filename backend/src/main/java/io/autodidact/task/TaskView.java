package io.autodidact.task;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.autodidact.task.Checks.Difference;
import io.autodidact.task.StoredTask.State;
import io.autodidact.task.ValueSource.Constant;
import io.autodidact.task.ValueSource.FromStep;
import io.autodidact.task.ValueSource.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A task as people read it.
 *
 * @param steps the reference plan in words
 * @param checked what must hold afterwards, in words
 * @param version grows with every edit
 */
public record TaskView(
    Task task, State state, List<StepInWords> steps, List<CheckInWords> checked, int version) {
  public TaskView {
    steps = List.copyOf(steps);
    checked = List.copyOf(checked);
  }

  /**
   * A step of the plan.
   *
   * @param does what it does, from the operation's name
   */
  public record StepInWords(String operation, String does, List<ArgumentInWords> arguments) {
    public StepInWords {
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * What a step is given.
   *
   * @param value the value itself, or what it is in the result of an earlier step
   * @param fromStep that step's number, from 1; empty for a value the request states
   */
  public record ArgumentInWords(String name, String value, Optional<Integer> fromStep) {}

  /** One thing that must hold. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = CheckInWords.Appears.class, name = "appears"),
    @JsonSubTypes.Type(value = CheckInWords.Gone.class, name = "gone"),
    @JsonSubTypes.Type(value = CheckInWords.Turns.class, name = "turns"),
    @JsonSubTypes.Type(value = CheckInWords.Answer.class, name = "answer"),
    @JsonSubTypes.Type(value = CheckInWords.NothingElse.class, name = "nothing-else")
  })
  public sealed interface CheckInWords {
    /** Something that was not there before. */
    record Appears(String place, String value) implements CheckInWords {}

    /** Something that is no longer there. */
    record Gone(String place) implements CheckInWords {}

    /** Something that turns into something else. */
    record Turns(String place, String before, String after) implements CheckInWords {}

    /** What must be answered. */
    record Answer(List<String> values) implements CheckInWords {}

    /** Of everything that so many reads show, nothing else may change. */
    record NothingElse(int reads) implements CheckInWords {}
  }

  static TaskView of(StoredTask stored) {
    var task = stored.task();
    return new TaskView(
        task,
        stored.state(),
        task.plan().steps().stream().map(TaskView::words).toList(),
        checked(task.checks()),
        stored.version());
  }

  private static StepInWords words(PlanStep step) {
    var arguments =
        step.arguments().entrySet().stream()
            .map(argument -> words(argument.getKey().substring(1), argument.getValue()))
            .toList();
    return new StepInWords(
        step.operation(), Words.capital(Words.phrase(step.operation())), arguments);
  }

  private static ArgumentInWords words(String pointer, ValueSource source) {
    var name = Words.property(pointer.replace('/', ' '));
    return switch (source) {
      case Constant(var value) -> new ArgumentInWords(name, Values.text(value), Optional.empty());
      case FromStep(int step, List<Segment> path) ->
          new ArgumentInWords(
              name,
              path.stream().map(TaskView::words).collect(Collectors.joining(", ")),
              Optional.of(step + 1));
    };
  }

  private static String words(Segment segment) {
    return switch (segment) {
      case Segment.Field(String name) -> Words.property(name);
      case Segment.Where(String field, var value) ->
          Words.property(field) + " “" + Values.text(value) + "”";
      case Segment.Index(int index) -> "no. " + (index + 1);
    };
  }

  private static List<CheckInWords> checked(Checks checks) {
    var lines = new ArrayList<CheckInWords>();
    checks.expected().stream().map(TaskView::words).forEach(lines::add);
    if (!checks.answer().isEmpty()) {
      lines.add(new CheckInWords.Answer(checks.answer().stream().map(Values::text).toList()));
    }
    lines.add(new CheckInWords.NothingElse(checks.probes().size()));
    return lines;
  }

  private static CheckInWords words(Difference difference) {
    var place = place(difference.place());
    if (difference.before().isNull()) {
      return new CheckInWords.Appears(place, Values.text(difference.after()));
    }
    return difference.after().isNull()
        ? new CheckInWords.Gone(place)
        : new CheckInWords.Turns(
            place, Values.text(difference.before()), Values.text(difference.after()));
  }

  /** {@code get_item(Tea)/reorderLevel} as a path that people can follow. */
  private static String place(String canonical) {
    return Stream.of(canonical.split("/"))
        .map(part -> part.replaceFirst("\\(\\)$", "").replaceFirst("^\\[(.*)]$", "“$1”"))
        .filter(part -> !part.isEmpty())
        .map(part -> part.matches("[A-Za-z_]\\w*") ? Words.phrase(part) : part)
        .map(part -> part.replaceFirst("^(\\w+)\\((.*)\\)$", "$1 “$2”").replace('_', ' '))
        .collect(Collectors.joining(" › "));
  }
}
