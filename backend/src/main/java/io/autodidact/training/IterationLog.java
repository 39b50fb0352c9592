package io.autodidact.training;

import io.autodidact.attribution.Credits;
import io.autodidact.job.Work.Resource;
import io.autodidact.rollout.Rollout;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Notes what happens in an iteration until its report is due. */
final class IterationLog {
  private final int iteration;
  private final InstantSource clock;
  private final List<Double> seconds = new ArrayList<>();
  private final Map<String, Double> metrics = new HashMap<>();
  private Instant mark;
  private int steps;
  private double divergence = Double.NaN;

  IterationLog(int iteration, InstantSource clock) {
    this.iteration = iteration;
    this.clock = clock;
    this.mark = clock.instant();
  }

  /** A part of the iteration is over: tasks, practice, credit, training, in this order. */
  void partIsOver() {
    Instant now = clock.instant();
    seconds.add(Duration.between(mark, now).toMillis() / 1000.0);
    mark = now;
  }

  void applied(Map<String, Double> engineMetrics) {
    engineMetrics.forEach((name, value) -> metrics.merge(name, value, Double::sum));
    steps++;
  }

  /** How far the policy was from the one it is kept near; NaN where it is kept near none. */
  void apart(double divergence) {
    this.divergence = divergence;
  }

  IterationReport report(
      List<Rollout> rollouts,
      Credits credits,
      PlansToImitate.Plans shown,
      Map<Resource, Long> spent,
      Duration left) {
    double policyTokens = Math.max(1, metrics.getOrDefault("tokens:sum", 0.0));
    return new IterationReport(
        iteration,
        steps,
        reward(rollouts, rollout -> !rollout.origin().withExperience()),
        reward(rollouts, rollout -> rollout.origin().withExperience()),
        credits.groups(),
        credits.groups() - credits.withoutSignal(),
        shown.all().size(),
        shown.inHindsight(),
        spent.getOrDefault(Resource.TRAINED_TOKENS, 0L),
        metrics.getOrDefault("kl_k3:sum", 0.0) / policyTokens,
        divergence,
        metrics.getOrDefault("clipped:sum", 0.0) / policyTokens,
        new IterationReport.Seconds(seconds.get(0), seconds.get(1), seconds.get(2), seconds.get(3)),
        new IterationReport.Cost(
            spent.getOrDefault(Resource.CALLS, 0L),
            spent.getOrDefault(Resource.SAMPLED_TOKENS, 0L),
            spent.getOrDefault(Resource.ENGINE_MILLISECONDS, 0L) / 1000.0),
        left.toSeconds());
  }

  private static double reward(List<Rollout> rollouts, Predicate<Rollout> which) {
    return rollouts.stream()
        .filter(which)
        .mapToDouble(Rollout::reward)
        .average()
        .orElse(Double.NaN);
  }
}
