package io.autodidact.exploration;

import io.autodidact.connector.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Chooses, for one slot, among the values that were seen. */
final class ValueChoice {
  private static final int OWN_PREFERENCE = 4;

  private final Knowledge knowledge;
  private final Situation situation;

  ValueChoice(Knowledge knowledge, Situation situation) {
    this.knowledge = knowledge;
    this.situation = situation;
  }

  private record Option(Held held, double weight) {}

  /** The confidence in the best value at hand, 0 if there is none. */
  double readiness(Slot slot) {
    var best = 0.0;
    for (var candidate : knowledge.candidates().of(slot)) {
      var confidence = confidence(slot, candidate);
      if (confidence > best) {
        best = Math.max(best, confidence * freshness(slot, candidate.source()));
      }
    }
    return best;
  }

  /** 1 if there is a value that was not refused here yet, less the more often all of them were. */
  private double freshness(Slot slot, Source source) {
    var least = Integer.MAX_VALUE;
    for (var held : situation.pool().from(source)) {
      least = Math.min(least, refusals(slot, held));
      if (least == 0) {
        return 1;
      }
    }
    return least == Integer.MAX_VALUE ? 0 : Math.pow(0.4, least);
  }

  private double confidence(Slot slot, FlowCandidates.Candidate candidate) {
    return knowledge
        .evidence()
        .confidence(slot.operation(), slot.pointer(), candidate.source(), candidate.prior());
  }

  private int refusals(Slot slot, Held held) {
    return situation.refusals(slot.operation(), slot.pointer(), held.value());
  }

  /** A value for the slot, better ones more often. */
  Optional<Held> choose(Slot slot, Effect effect, RandomGenerator random) {
    var options = new ArrayList<Option>();
    for (var candidate : knowledge.candidates().of(slot)) {
      var values = situation.pool().from(candidate.source());
      var confidence = Math.pow(confidence(slot, candidate), 3) / Math.sqrt(values.size());
      for (var held : values) {
        if (slot.schema().isScalar() && isUsable(slot, held)) {
          options.add(new Option(held, confidence * preference(slot, held, effect)));
        }
      }
    }
    return pick(options, random);
  }

  private static boolean isUsable(Slot slot, Held held) {
    return slot.schema().type().equals("string")
        ? held.value().isValueNode()
        : slot.schema().accepts(held.value());
  }

  private double preference(Slot slot, Held held, Effect effect) {
    var own = effect != Effect.READ && situation.isOwn(held.value()) ? OWN_PREFERENCE : 1;
    var uses = situation.uses(slot.operation(), slot.pointer(), held.value());
    return own * Math.pow(0.15, refusals(slot, held)) / (1 + uses);
  }

  private static Optional<Held> pick(List<Option> options, RandomGenerator random) {
    var total = options.stream().mapToDouble(Option::weight).sum();
    var at = random.nextDouble() * total;
    for (var option : options) {
      at -= option.weight();
      if (at <= 0) {
        return Optional.of(option.held());
      }
    }
    return options.isEmpty() ? Optional.empty() : Optional.of(options.getLast().held());
  }
}
