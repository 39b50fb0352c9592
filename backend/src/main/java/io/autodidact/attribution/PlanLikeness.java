package io.autodidact.attribution;

import io.autodidact.task.Plan;
import io.autodidact.task.PlanStep;
import io.autodidact.task.ValueSource;
import io.autodidact.task.ValueSource.Constant;
import io.autodidact.task.ValueSource.FromStep;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Which turns do what the task's reference plan does. */
record PlanLikeness(Plan plan, Turns turns, ValueTrail values) {
  /**
   * The plan's step that the turn carries out: same operation, same stated values, same sources.
   */
  Optional<Integer> planStep(int turn) {
    return turns
        .call(turn)
        .flatMap(
            call ->
                IntStream.range(0, plan.steps().size())
                    .filter(i -> plan.steps().get(i).operation().equals(call.operation()))
                    .filter(i -> agrees(turn, plan.steps().get(i)))
                    .boxed()
                    .findFirst());
  }

  /** Whether the turn carries out a step of the plan whose result the plan uses nowhere. */
  boolean onlyLooks(int turn) {
    return turns.reads(turn) && planStep(turn).filter(step -> !feedsAnother(step)).isPresent();
  }

  private boolean feedsAnother(int step) {
    return Stream.concat(
            plan.steps().stream().flatMap(one -> one.arguments().values().stream()),
            plan.answer().stream())
        .anyMatch(source -> source instanceof FromStep(int from, _) && from == step);
  }

  private boolean agrees(int turn, PlanStep wanted) {
    boolean nothingElse =
        values.uses(turn).stream().allMatch(use -> wanted.arguments().containsKey(use.path()));
    return (nothingElse || turns.reads(turn))
        && wanted.arguments().entrySet().stream()
            .allMatch(argument -> agrees(turn, argument.getKey(), argument.getValue()));
  }

  private boolean agrees(int turn, String path, ValueSource wanted) {
    return switch (wanted) {
      case Constant(var value) ->
          turns
              .call(turn)
              .map(call -> call.arguments().at(path))
              .filter(given -> given.equals(value) || sameText(given, value))
              .isPresent();
      case FromStep from ->
          values.uses(turn).stream()
              .filter(use -> use.path().equals(path))
              .anyMatch(use -> use.source().filter(s -> isThere(from, s.turn(), use)).isPresent());
    };
  }

  /**
   * Whether that turn called what the plan calls there, and the value lies where the plan takes it.
   */
  private boolean isThere(FromStep from, int source, ValueTrail.Use use) {
    var operation = plan.steps().get(from.step()).operation();
    return turns.call(source).filter(call -> call.operation().equals(operation)).isPresent()
        && turns
            .result(source)
            .flatMap(result -> new FromStep(0, from.path()).resolve(List.of(result)))
            .filter(value -> Leaf.text(value).equals(use.text()))
            .isPresent();
  }

  private static boolean sameText(JsonNode left, JsonNode right) {
    return left.isValueNode()
        && right.isValueNode()
        && Leaf.text(left).equalsIgnoreCase(Leaf.text(right));
  }
}
