package io.autodidact.attribution;

import java.util.HashSet;
import java.util.List;

/** Attempts at one task by one policy, to be compared with each other. */
public record CreditGroup(List<Attempt> attempts) {
  public CreditGroup {
    attempts = List.copyOf(attempts);
    if (attempts.isEmpty()) {
      throw new IllegalArgumentException("A group has at least one attempt");
    }
  }

  /**
   * What a group needs to know of one attempt.
   *
   * @param reward in [0, 1]
   * @param verdicts of its steps in order, at least one
   */
  public record Attempt(double reward, List<Verdict> verdicts) {
    public Attempt {
      verdicts = List.copyOf(verdicts);
      if (!(reward >= 0 && reward <= 1)) {
        throw new IllegalArgumentException("A reward lies between 0 and 1, not " + reward);
      }
      if (verdicts.isEmpty()) {
        throw new IllegalArgumentException("An attempt in a group has at least one step");
      }
    }
  }

  /**
   * False if all rewards are equal and all verdicts are equal: there is nothing to learn from it.
   */
  public boolean hasSignal() {
    var rewards = new HashSet<Double>();
    var verdicts = new HashSet<Verdict>();
    for (var attempt : attempts) {
      rewards.add(attempt.reward());
      verdicts.addAll(attempt.verdicts());
    }
    return rewards.size() > 1 || verdicts.size() > 1;
  }
}
