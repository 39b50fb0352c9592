package io.autodidact.experience;

import io.autodidact.connector.Call;
import io.autodidact.connector.Outcome;
import io.autodidact.rollout.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A call that was refused and, later in the same attempt, went through: what was different? Either
 * another operation came first and brought the value, or an argument was added.
 */
final class RepairLessons implements Lessons {
  @Override
  public List<Draft> from(List<Attempted> attempts) {
    var drafts = new ArrayList<Draft>();
    for (var attempt : attempts) {
      var steps = attempt.steps();
      for (int failed = 0; failed < steps.size(); failed++) {
        if (refused(steps.get(failed))) {
          repaired(steps, failed).flatMap(later -> lesson(attempt, later)).ifPresent(drafts::add);
        }
      }
    }
    return drafts;
  }

  private static boolean refused(Step step) {
    return step.observation().outcome().filter(Outcome.Refused.class::isInstance).isPresent();
  }

  private record Repair(int failed, int succeeded) {}

  private static Optional<Repair> repaired(List<Step> steps, int failed) {
    var operation = Attempted.call(steps.get(failed)).map(Call::operation);
    for (int later = failed + 1; later < steps.size(); later++) {
      var step = steps.get(later);
      if (Attempted.succeeded(step)
          && Attempted.call(step).map(Call::operation).equals(operation)) {
        return Optional.of(new Repair(failed, later));
      }
    }
    return Optional.empty();
  }

  private static Optional<Draft> lesson(Attempted attempt, Repair repair) {
    var steps = attempt.steps();
    var before = Attempted.call(steps.get(repair.failed())).orElseThrow();
    var after = Attempted.call(steps.get(repair.succeeded())).orElseThrow();
    for (var argument : after.arguments().properties()) {
      var old = before.arguments().path(argument.getKey());
      if (!old.equals(argument.getValue())) {
        var producer = producer(steps, repair, argument.getValue());
        var content =
            producer.isPresent()
                ? "Call %s first; %s takes %s from it."
                    .formatted(producer.get(), after.operation(), argument.getKey())
                : "%s needs %s.".formatted(after.operation(), argument.getKey());
        if (producer.isPresent() || old.isMissingNode()) {
          var operations = new ArrayList<>(producer.stream().toList());
          operations.add(after.operation());
          var evidence = List.of(attempt.rollout().id());
          return Optional.of(new Draft(attempt.work(), content, operations, "repair", evidence));
        }
      }
    }
    return Optional.empty();
  }

  /** The operation between failure and success whose result holds the value. */
  private static Optional<String> producer(List<Step> steps, Repair repair, JsonNode value) {
    return steps.subList(repair.failed() + 1, repair.succeeded()).stream()
        .filter(step -> step.observation().outcome().filter(one -> holds(one, value)).isPresent())
        .flatMap(step -> Attempted.call(step).stream())
        .map(Call::operation)
        .findFirst();
  }

  private static boolean holds(Outcome outcome, JsonNode value) {
    return outcome instanceof Outcome.Succeeded(int code, JsonNode body) && contains(body, value);
  }

  private static boolean contains(JsonNode node, JsonNode value) {
    return node.equals(value) || node.valueStream().anyMatch(one -> contains(one, value));
  }
}
