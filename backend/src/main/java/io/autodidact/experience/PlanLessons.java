package io.autodidact.experience;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the shortest success did, where other attempts at the same task failed otherwise. */
final class PlanLessons implements Lessons {
  private static final int LONGEST = 5;

  @Override
  public List<Draft> from(List<Attempted> attempts) {
    Map<Object, List<Attempted>> groups =
        attempts.stream()
            .collect(
                Collectors.groupingBy(
                    attempt -> attempt.task().id(), LinkedHashMap::new, Collectors.toList()));
    var drafts = new ArrayList<Draft>();
    for (var group : groups.values()) {
      var best =
          group.stream()
              .filter(Attempted::solved)
              .min(Comparator.comparingInt(attempt -> attempt.steps().size()));
      best.filter(success -> group.stream().anyMatch(other -> failedOtherwise(other, success)))
          .map(PlanLessons::lesson)
          .filter(draft -> draft.operations().size() > 1 && draft.operations().size() <= LONGEST)
          .ifPresent(drafts::add);
    }
    return drafts;
  }

  private static boolean failedOtherwise(Attempted other, Attempted success) {
    return !other.solved() && !other.operations().equals(success.operations());
  }

  private static Draft lesson(Attempted success) {
    var operations = success.operations();
    var content = String.join(", then ", operations) + ", then finish.";
    return new Draft(success.work(), content, operations, "plan", List.of(success.rollout().id()));
  }
}
