package io.autodidact.experience;

import io.autodidact.rollout.RolloutId;
import java.util.List;

/**
 * A lesson before it is kept.
 *
 * @param whenToUse compared with requests, so it speaks of work, not of tools
 * @param content one short plain sentence
 * @param origin how it was found: {@code repair}, {@code name} or {@code plan}
 * @param evidence the attempts it was drawn from
 */
record Draft(
    String whenToUse,
    String content,
    List<String> operations,
    String origin,
    List<RolloutId> evidence) {
  private static final int LONGEST = 140;

  Draft {
    operations = List.copyOf(operations);
    evidence = List.copyOf(evidence);
  }

  /** A lesson that is read again and again must be short. */
  boolean isShort() {
    return content.length() <= LONGEST;
  }
}
