package io.autodidact.attribution;

import io.autodidact.connector.Catalogue;
import io.autodidact.rollout.Rollout;
import io.autodidact.rollout.Rollout.Ending;
import io.autodidact.task.Task;
import io.autodidact.task.TaskId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Credits the attempts of a round and compares those that started alike. An attempt without a step
 * of the agent's own, or during which the software went down, is in no group.
 */
record CreditGroups(Catalogue catalogue, AdvantageSettings settings) {
  private record Start(TaskId task, int givenSteps) {}

  Credits of(List<Task> tasks, List<Rollout> rollouts) {
    var byId = tasks.stream().collect(Collectors.toMap(Task::id, Function.identity()));
    var groups =
        rollouts.stream()
            .collect(
                Collectors.groupingBy(
                    one -> new Start(one.task(), one.origin().givenSteps()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    var credited = new ArrayList<CreditedRollout>();
    int compared = 0;
    int withoutSignal = 0;
    for (var entry : groups.entrySet()) {
      var task = Optional.ofNullable(byId.get(entry.getKey().task())).orElseThrow();
      var attributed = attributed(task, entry.getValue());
      var group = attributed.stream().filter(CreditGroups::counts).toList();
      if (group.isEmpty()) {
        credited.addAll(attributed);
        continue;
      }
      var comparison = new CreditGroup(group.stream().map(CreditGroups::attempt).toList());
      compared++;
      withoutSignal += comparison.hasSignal() ? 0 : 1;
      credited.addAll(comparison.hasSignal() ? compared(attributed, comparison) : attributed);
    }
    return new Credits(credited, compared, withoutSignal);
  }

  private List<CreditedRollout> attributed(Task task, List<Rollout> rollouts) {
    var attribute = new AttributeRollout(catalogue);
    return rollouts.stream()
        .map(one -> new CreditedRollout(one, attribute.attribute(task, one), Optional.empty()))
        .toList();
  }

  private static boolean counts(CreditedRollout one) {
    return one.rollout().ending() != Ending.SOFTWARE_DOWN
        && one.rollout().steps().size() > one.rollout().origin().givenSteps();
  }

  private static CreditGroup.Attempt attempt(CreditedRollout one) {
    return new CreditGroup.Attempt(
        one.rollout().reward(),
        one.attributions().stream()
            .skip(one.rollout().origin().givenSteps())
            .map(Attribution::verdict)
            .toList());
  }

  private List<CreditedRollout> compared(List<CreditedRollout> attributed, CreditGroup comparison) {
    var advantages = Advantages.of(comparison, settings).iterator();
    return attributed.stream()
        .map(one -> counts(one) ? with(one, advantages.next()) : one)
        .toList();
  }

  private static CreditedRollout with(CreditedRollout one, double[] ownSteps) {
    var all = new double[one.attributions().size()];
    System.arraycopy(ownSteps, 0, all, all.length - ownSteps.length, ownSteps.length);
    return new CreditedRollout(one.rollout(), one.attributions(), Optional.of(all));
  }
}
