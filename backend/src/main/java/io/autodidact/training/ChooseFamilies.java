package io.autodidact.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Chooses what to practise next, where there is most to learn: families the policy solves now and
 * then. A pass rate is drawn from what is known of each family (Thompson sampling over Beta(1 + s,
 * 1 + f)); the signal of a group is likeliest where p(1 − p) is large. Families never solved from
 * the beginning start near the goal, from as few given steps as make them solvable.
 */
final class ChooseFamilies {
  /** At a lower pass rate a family counts as unsolved. */
  private static final double SOLVED_SOMETIMES = 0.1;

  /** Fewer attempts say nothing yet. */
  private static final int ENOUGH_ATTEMPTS = 8;

  private final Map<String, List<PassRate>> known = new HashMap<>();
  private final RandomGenerator random;

  ChooseFamilies(List<PassRate> passRates, RandomGenerator random) {
    passRates.forEach(
        rate -> known.computeIfAbsent(rate.family(), name -> new ArrayList<>()).add(rate));
    this.random = random;
  }

  /**
   * A family to practise.
   *
   * @param givenSteps first steps of the reference plan that are given
   */
  record Choice(String family, int givenSteps) {}

  /**
   * So many choices, the most promising first; a family comes up twice only when all have come up.
   *
   * @param planSteps how many steps the plans of each family have
   */
  List<Choice> choose(Map<String, Integer> planSteps, int count) {
    Map<Choice, Double> promise = new HashMap<>();
    planSteps.forEach(
        (family, steps) -> {
          Choice choice = start(family, steps);
          promise.put(choice, promise(choice));
        });
    var ranked =
        promise.entrySet().stream()
            .sorted(
                Map.Entry.<Choice, Double>comparingByValue()
                    .reversed()
                    .thenComparing(entry -> entry.getKey().family(), Comparator.naturalOrder()))
            .map(Map.Entry::getKey)
            .toList();
    List<Choice> chosen = new ArrayList<>();
    for (int i = 0; i < count && !ranked.isEmpty(); i++) {
      chosen.add(ranked.get(i % ranked.size()));
    }
    return List.copyOf(chosen);
  }

  private Choice start(String family, int steps) {
    int given = 0;
    while (given < steps - 1 && isUnsolved(family, given)) {
      given++;
    }
    return new Choice(family, given);
  }

  private boolean isUnsolved(String family, int given) {
    PassRate rate = rate(family, given);
    return rate.attempts() >= ENOUGH_ATTEMPTS && rate.rate() < SOLVED_SOMETIMES;
  }

  private PassRate rate(String family, int given) {
    return known.getOrDefault(family, List.of()).stream()
        .filter(rate -> rate.givenSteps() == given)
        .findFirst()
        .orElse(new PassRate(family, given, 0, 0));
  }

  private double promise(Choice choice) {
    PassRate rate = rate(choice.family(), choice.givenSteps());
    double p = beta(1 + rate.successes(), 1 + rate.attempts() - rate.successes());
    return p * (1 - p);
  }

  /** Beta(a, b) as the ratio of two gamma draws. */
  private double beta(double a, double b) {
    double x = gamma(a);
    return x / (x + gamma(b));
  }

  /** Gamma(shape, 1) for shape ≥ 1 (Marsaglia & Tsang 2000). */
  private double gamma(double shape) {
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double v = Math.pow(1 + c * x, 3);
      if (v > 0 && Math.log(random.nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
        return d * v;
      }
    }
  }
}
