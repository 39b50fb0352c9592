package io.autodidact.learning;

import io.autodidact.job.Work.Resource;
import io.autodidact.learning.LearningWork.Limits;
import io.autodidact.usage.Accounts.Need;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** How far one stage may go, given the budget and what was spent so far. */
final class StageLimits {
  private StageLimits() {}

  static Limits of(Budget budget, Map<Stage, Map<String, Long>> spent, Stage stage) {
    return new Limits(
        timePlan(budget, spent).left(stage),
        budget.calls() - total(spent, Resource.CALLS),
        budget.tokens()
            - total(spent, Resource.SAMPLED_TOKENS)
            - total(spent, Resource.TRAINED_TOKENS),
        keepBack(spent, stage));
  }

  /** The exam takes about what that of the base model took; exams themselves are not cut short. */
  private static Optional<Need> keepBack(Map<Stage, Map<String, Long>> spent, Stage stage) {
    return switch (stage) {
      case EXPLORE, WRITE_TASKS -> Optional.of(Need.NOTHING);
      case WARM_START, ITERATE -> {
        var exam = spent.getOrDefault(Stage.BASELINE, Map.of());
        yield Optional.of(Ledger.taken(Map.of(Stage.BASELINE, exam)));
      }
      case BASELINE, EXAMINE, RELEASE, DONE -> Optional.empty();
    };
  }

  static TimePlan timePlan(Budget budget, Map<Stage, Map<String, Long>> spent) {
    Map<Stage, Duration> time = new EnumMap<>(Stage.class);
    spent.forEach(
        (past, amounts) ->
            time.put(past, Duration.ofMillis(amounts.getOrDefault(Ledger.TIME, 0L))));
    return new TimePlan(budget.time(), time);
  }

  private static long total(Map<Stage, Map<String, Long>> spent, Resource resource) {
    return spent.values().stream()
        .mapToLong(amounts -> amounts.getOrDefault(resource.name(), 0L))
        .sum();
  }
}
