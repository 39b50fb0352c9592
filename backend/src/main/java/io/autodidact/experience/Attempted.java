package io.autodidact.experience;

import io.autodidact.connector.Call;
import io.autodidact.connector.Outcome;
import io.autodidact.rollout.Action;
import io.autodidact.rollout.Rollout;
import io.autodidact.rollout.Step;
import io.autodidact.task.Task;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** An attempt and its task, with the questions that lessons ask of them. */
record Attempted(Task task, Rollout rollout) {
  private static final Pattern VALUE = Pattern.compile("\"[^\"]*\"|'[^']*'|\\S*\\d\\S*");

  List<Step> steps() {
    return rollout.steps();
  }

  boolean solved() {
    return rollout.reward() == 1;
  }

  static Optional<Call> call(Step step) {
    return step.action() instanceof Action.Operate(Call call)
        ? Optional.of(call)
        : Optional.empty();
  }

  static boolean succeeded(Step step) {
    return step.observation().outcome().filter(Outcome::succeeded).isPresent();
  }

  /** Distinct operations that succeeded, in the order of their first use. */
  List<String> operations() {
    return steps().stream()
        .filter(Attempted::succeeded)
        .flatMap(step -> call(step).stream())
        .map(Call::operation)
        .distinct()
        .toList();
  }

  /** The request without its names and numbers: the kind of work. */
  String work() {
    return VALUE.matcher(task.request()).replaceAll("…").replaceAll("(… ?)+", "… ").strip();
  }
}
