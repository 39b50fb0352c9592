package io.autodidact.exploration;

import io.autodidact.connector.Effect;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Scores each operation by novelty, by how well its arguments can be filled, by how many others
 * wait for what it gives, and by the goals. What destroys comes late in an episode.
 */
final class GuidedChoice implements OperationChoice {
  private static final double AFFINITY_WEIGHT = 0.25;
  private static final double DEMAND_WEIGHT = 0.5;
  private static final double TIE_BREAK = 0.05;
  private static final double WITHOUT_VALUE = 0.12;
  private static final double DISCOURAGEMENT = 1.3;

  private record Scored(Signature signature, double score) {}

  private final Knowledge knowledge;
  private final List<Signature> allowed;
  private final Map<String, Double> affinity = new HashMap<>();
  private final int callsPerEpisode;

  GuidedChoice(
      Knowledge knowledge, List<Signature> allowed, Affinity affinity, int callsPerEpisode) {
    this.knowledge = knowledge;
    this.allowed = List.copyOf(allowed);
    this.callsPerEpisode = callsPerEpisode;
    for (var signature : allowed) {
      var operation = signature.operation();
      var text = operation.name() + " " + operation.summary() + " " + operation.description();
      this.affinity.put(signature.name(), affinity.of(text));
    }
  }

  @Override
  public List<Signature> order(Situation situation, RandomGenerator random) {
    var choice = new ValueChoice(knowledge, situation);
    var readiness = new HashMap<String, Double>();
    allowed.forEach(s -> readiness.put(s.name(), readiness(s, choice, situation)));
    var demand = demand(choice, situation);
    return allowed.stream()
        .map(s -> new Scored(s, score(s, readiness, demand, situation, random)))
        .sorted(Comparator.comparingDouble(Scored::score).reversed())
        .map(Scored::signature)
        .toList();
  }

  private double score(
      Signature signature,
      Map<String, Double> readiness,
      Map<String, Double> demand,
      Situation situation,
      RandomGenerator random) {
    var name = signature.name();
    var wish =
        novelty(signature)
            + DEMAND_WEIGHT * Math.min(1, demand.getOrDefault(name, 0.0))
            + AFFINITY_WEIGHT * affinity.getOrDefault(name, 0.0) * novelty(signature);
    return readiness.getOrDefault(name, 0.0) * wish * patience(signature, situation)
        + TIE_BREAK * random.nextDouble();
  }

  private double novelty(Signature signature) {
    var history = knowledge.history(signature.name());
    return history.reached()
        ? 0.12 / (1 + history.successes())
        : Math.pow(1 + history.discouragement(), -DISCOURAGEMENT);
  }

  /** What destroys waits until the episode is nearly used up. */
  private double patience(Signature signature, Situation situation) {
    if (signature.operation().effect() != Effect.DESTRUCTIVE) {
      return 1;
    }
    var progress = Math.min(1, situation.calls() / (double) callsPerEpisode);
    return 0.2 + 0.8 * progress;
  }

  private double readiness(Signature signature, ValueChoice choice, Situation situation) {
    var readiness = 1.0;
    for (var slot : signature.path()) {
      if (!situation.variables().containsKey(slot.name())
          && slot.schema().documented(0).isEmpty()) {
        readiness *= Math.max(choice.readiness(slot), withoutValue(slot));
      }
    }
    return readiness;
  }

  /** An id can not be guessed where some operation would give it; a name sometimes can. */
  private double withoutValue(Slot slot) {
    if (!slot.reference().isId()) {
      return WITHOUT_VALUE;
    }
    return knowledge.candidates().of(slot).isEmpty() ? WITHOUT_VALUE / 4 : 0.002;
  }

  /** For each operation, how much those not reached yet wait for what it gives. */
  private Map<String, Double> demand(ValueChoice choice, Situation situation) {
    var demand = new HashMap<String, Double>();
    for (var signature : allowed) {
      if (knowledge.history(signature.name()).reached()) {
        continue;
      }
      for (var reader : knowledge.readersBelow(signature)) {
        demand.merge(reader, 0.5 / (1 + situation.calls(reader)), Double::sum);
      }
      for (var slot : signature.path()) {
        var lack = 1 - choice.readiness(slot);
        if (lack > 0.5) {
          for (var candidate : knowledge.candidates().of(slot)) {
            var producer = candidate.source().operation();
            var tries = situation.calls(producer);
            demand.merge(producer, lack * candidate.prior() / (1 + tries), Double::sum);
          }
        }
      }
    }
    return demand;
  }
}
