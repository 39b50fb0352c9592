package io.autodidact.attribution;

import java.util.List;

/**
 * What crediting a set of attempts brought.
 *
 * @param groups compared with each other: attempts at one task from one starting point
 * @param withoutSignal groups in which all rewards and all verdicts are equal; they are skipped
 */
public record Credits(List<CreditedRollout> rollouts, int groups, int withoutSignal) {
  public Credits {
    rollouts = List.copyOf(rollouts);
  }

  /** Attempts to train on. */
  public List<CreditedRollout> withSignal() {
    return rollouts.stream().filter(one -> one.advantages().isPresent()).toList();
  }
}
