package io.autodidact.attribution;

import io.autodidact.attribution.AdvantageSettings.Form;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Per-step advantages by ADCA-GRPO (AgentEvolver, arXiv 2511.10395, section on self-attributing).
 *
 * <p>For attempts i with steps t = 1…K_i, rewards R_i and flags a_it (+1 good, −1 bad, 0
 * abstained):
 *
 * <pre>
 *   μ = mean_i mean_t a_it,  σ² = mean_i mean_t (a_it − μ)²,  ẑ_it = (a_it − μ) / √(σ² + 1e-8)
 *   ô_i = (R_i − R̄) / σ_R, or R_i − R̄ where σ_R ≤ 1e-8
 *   r̂_it = α ẑ_it + [t = K_i] ô_i,  A_it = Σ_{k ≥ t} r̂_ik
 * </pre>
 *
 * <p>The length-safe form scales the steps' part of an attempt so that no |α Σ_{k ≥ t} ẑ_ik|
 * exceeds ½ max(|ô_i|, 0.2): a long failure can not outrank a short success.
 */
public final class Advantages {
  private static final double EPSILON = 1e-8;
  private static final double LEAST_OUTCOME = 0.2;

  private Advantages() {}

  /** The advantages of every step of every attempt, [attempts][steps], in the group's order. */
  public static List<double[]> of(CreditGroup group, AdvantageSettings settings) {
    var outcomes = outcomes(group);
    var scores = scores(group, settings.form() == Form.POOLED);
    var advantages = new ArrayList<double[]>();
    for (int i = 0; i < outcomes.length; i++) {
      var credit = suffixSums(scores.get(i), settings.alpha());
      if (settings.form() == Form.LENGTH_SAFE) {
        bound(credit, 0.5 * Math.max(Math.abs(outcomes[i]), LEAST_OUTCOME));
      }
      advantages.add(withOutcome(credit, outcomes[i], settings.form() == Form.ALL_STEPS));
    }
    return List.copyOf(advantages);
  }

  /** ô, [attempts]. */
  private static double[] outcomes(CreditGroup group) {
    var rewards = group.attempts().stream().mapToDouble(CreditGroup.Attempt::reward).toArray();
    double mean = mean(rewards);
    double deviation = Math.sqrt(meanSquare(rewards, mean));
    double scale = deviation <= EPSILON ? 1 : deviation;
    for (int i = 0; i < rewards.length; i++) {
      rewards[i] = (rewards[i] - mean) / scale;
    }
    return rewards;
  }

  /** ẑ, [attempts][steps]. */
  private static List<double[]> scores(CreditGroup group, boolean pooled) {
    var flags = group.attempts().stream().map(Advantages::flags).toList();
    var units = pooled ? List.of(concatenated(flags)) : flags;
    double mean = units.stream().mapToDouble(Advantages::mean).average().orElseThrow();
    double variance =
        units.stream().mapToDouble(unit -> meanSquare(unit, mean)).average().orElseThrow();
    double scale = pooled ? Math.max(Math.sqrt(variance), EPSILON) : Math.sqrt(variance + EPSILON);
    for (var attempt : flags) {
      for (int t = 0; t < attempt.length; t++) {
        attempt[t] = (attempt[t] - mean) / scale;
      }
    }
    return flags;
  }

  private static double[] flags(CreditGroup.Attempt attempt) {
    return attempt.verdicts().stream()
        .mapToDouble(
            verdict ->
                switch (verdict) {
                  case GOOD -> 1;
                  case BAD -> -1;
                  case ABSTAIN -> 0;
                })
        .toArray();
  }

  private static double[] suffixSums(double[] scores, double alpha) {
    var sums = new double[scores.length];
    double sum = 0;
    for (int t = scores.length - 1; t >= 0; t--) {
      sum += alpha * scores[t];
      sums[t] = sum;
    }
    return sums;
  }

  private static void bound(double[] credit, double limit) {
    double largest = 0;
    for (double value : credit) {
      largest = Math.max(largest, Math.abs(value));
    }
    if (largest > limit) {
      for (int t = 0; t < credit.length; t++) {
        credit[t] *= limit / largest;
      }
    }
  }

  private static double[] withOutcome(double[] credit, double outcome, boolean onEveryStep) {
    var advantages = credit.clone();
    for (int t = 0; t < advantages.length; t++) {
      advantages[t] += onEveryStep ? (advantages.length - t) * outcome : outcome;
    }
    return advantages;
  }

  private static double[] concatenated(List<double[]> parts) {
    return parts.stream().flatMapToDouble(Arrays::stream).toArray();
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double meanSquare(double[] values, double around) {
    double sum = 0;
    for (double value : values) {
      sum += (value - around) * (value - around);
    }
    return sum / values.length;
  }
}
