package io.autodidact.task;

import io.autodidact.task.Checks.Difference;
import io.autodidact.task.StoredTask.State;
import io.autodidact.task.ValueSource.Constant;
import io.autodidact.task.ValueSource.FromStep;
import io.autodidact.task.ValueSource.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A task as people read it.
 *
 * @param steps the reference plan in words
 * @param checked what must hold afterwards, in words
 */
record TaskView(Task task, State state, List<String> steps, List<String> checked) {
  static TaskView of(StoredTask stored) {
    var task = stored.task();
    return new TaskView(
        task,
        stored.state(),
        task.plan().steps().stream().map(TaskView::words).toList(),
        checked(task.checks()));
  }

  private static String words(PlanStep step) {
    return step.operation()
        + step.arguments().entrySet().stream()
            .map(argument -> argument.getKey().substring(1) + " = " + words(argument.getValue()))
            .collect(Collectors.joining(", ", " with ", ""));
  }

  private static String words(ValueSource source) {
    return switch (source) {
      case Constant(var value) -> value.toString();
      case FromStep(int step, List<Segment> path) ->
          path.stream()
              .map(TaskView::words)
              .collect(Collectors.joining("", "step " + (step + 1) + "'s result", ""));
    };
  }

  private static String words(Segment segment) {
    return switch (segment) {
      case Segment.Field(String name) -> ", " + name;
      case Segment.Where(String field, var value) -> ", where " + field + " is " + value;
      case Segment.Index(int index) -> ", number " + (index + 1);
    };
  }

  private static List<String> checked(Checks checks) {
    var lines = new ArrayList<String>();
    checks.expected().stream().map(TaskView::words).forEach(lines::add);
    if (!checks.answer().isEmpty()) {
      lines.add(
          checks.answer().stream()
              .map(Values::text)
              .collect(Collectors.joining(", ", "The answer is ", ".")));
    }
    lines.add("Nothing else that " + checks.probes().size() + " reads show may change.");
    return lines;
  }

  private static String words(Difference difference) {
    if (difference.before().isNull()) {
      return difference.place() + " appears as " + Values.text(difference.after()) + ".";
    }
    return difference.after().isNull()
        ? difference.place() + " is gone."
        : "%s turns from %s into %s."
            .formatted(
                difference.place(),
                Values.text(difference.before()),
                Values.text(difference.after()));
  }
}
