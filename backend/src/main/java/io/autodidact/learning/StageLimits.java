package io.autodidact.learning;

import io.autodidact.job.Work.Resource;
import io.autodidact.learning.LearningWork.Limits;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** How far one stage may go, given the budget and what was spent so far. */
final class StageLimits {
  private StageLimits() {}

  static Limits of(Budget budget, Map<Stage, Map<String, Long>> spent, Stage stage) {
    return new Limits(
        timePlan(budget, spent).left(stage),
        budget.calls() - total(spent, Resource.CALLS),
        budget.tokens()
            - total(spent, Resource.SAMPLED_TOKENS)
            - total(spent, Resource.TRAINED_TOKENS));
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
