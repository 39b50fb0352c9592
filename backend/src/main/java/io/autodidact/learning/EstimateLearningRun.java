package io.autodidact.learning;

import io.autodidact.job.Work.Resource;
import io.autodidact.learning.Estimate.StageEstimate;
import io.autodidact.tenant.TenantId;
import io.autodidact.tenant.TenantTransaction;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Says before a run starts what it will probably take: the time plan says how long each stage
 * works, the tenant's earlier runs say what a minute of it costs; a first run is estimated by what
 * was measured on two processor cores.
 */
@Component
public class EstimateLearningRun {
  /** Calls and tokens a second, by stage, on two cores with the model of 135 million weights. */
  private static final Map<Stage, Rate> TWO_CORES =
      Map.of(
          Stage.EXPLORE, new Rate(80, 0),
          Stage.WRITE_TASKS, new Rate(500, 0),
          Stage.BASELINE, new Rate(1, 60),
          Stage.WARM_START, new Rate(50, 350),
          Stage.ITERATE, new Rate(25, 200),
          Stage.EXAMINE, new Rate(1, 60));

  /** Shares of a run's minutes, about as {@link TimePlan} deals them out. */
  private static final Map<Stage, Double> SHARES =
      Map.of(
          Stage.EXPLORE, 0.05,
          Stage.WRITE_TASKS, 0.05,
          Stage.BASELINE, 0.10,
          Stage.WARM_START, 0.37,
          Stage.ITERATE, 0.28,
          Stage.EXAMINE, 0.15);

  private static final Rate NOTHING = new Rate(0, 0);

  private final TenantTransaction tenantTransaction;
  private final Ledger ledger;

  EstimateLearningRun(TenantTransaction tenantTransaction, Ledger ledger) {
    this.tenantTransaction = tenantTransaction;
    this.ledger = ledger;
  }

  private record Rate(double calls, double tokens) {}

  /** The estimate for a run of that budget. */
  public Estimate estimate(TenantId tenant, Budget budget) {
    var measured = measured(tenantTransaction.in(tenant, dsl -> ledger.readAll(dsl, tenant)));
    var wanted =
        Arrays.stream(Stage.values())
            .filter(SHARES::containsKey)
            .map(stage -> stage(stage, budget, rate(stage, measured)))
            .toList();
    return new Estimate(
        budget.minutes(),
        Math.min(budget.calls(), wanted.stream().mapToLong(StageEstimate::calls).sum()),
        Math.min(budget.tokens(), wanted.stream().mapToLong(StageEstimate::tokens).sum()),
        wanted,
        measured.isEmpty()
            ? "What was measured on two processor cores; your own first run will make it better."
            : "What your earlier runs took.");
  }

  private static Rate rate(Stage stage, Map<Stage, Rate> measured) {
    var rate = measured.containsKey(stage) ? measured.get(stage) : TWO_CORES.get(stage);
    return rate == null ? NOTHING : rate;
  }

  private static StageEstimate stage(Stage stage, Budget budget, Rate rate) {
    double minutes = budget.minutes() * SHARES.getOrDefault(stage, 0.0);
    return new StageEstimate(
        stage,
        stage.label(),
        minutes,
        Math.round(minutes * 60 * rate.calls()),
        Math.round(minutes * 60 * rate.tokens()));
  }

  private static Map<Stage, Rate> measured(Map<Stage, Map<String, Long>> spent) {
    Map<Stage, Rate> rates = new EnumMap<>(Stage.class);
    spent.forEach(
        (stage, amounts) -> {
          double seconds = amounts.getOrDefault(Ledger.TIME, 0L) / 1000.0;
          if (seconds >= 1) {
            rates.put(
                stage,
                new Rate(
                    total(amounts, List.of(Resource.CALLS)) / seconds,
                    total(amounts, List.of(Resource.SAMPLED_TOKENS, Resource.TRAINED_TOKENS))
                        / seconds));
          }
        });
    return rates;
  }

  private static double total(Map<String, Long> amounts, List<Resource> resources) {
    return resources.stream()
        .mapToLong(resource -> amounts.getOrDefault(resource.name(), 0L))
        .sum();
  }
}
