package io.autodidact.goal;

import java.util.Set;

/**
 * What somebody wants done.
 *
 * @param text in plain words
 * @param forbidden operations never to use for it
 */
public record GoalData(String text, Set<String> forbidden) {
  public GoalData {
    if (text.isBlank() || text.length() > 4000) {
      throw new IllegalArgumentException("A goal is a text of 1 to 4,000 characters.");
    }
    forbidden = Set.copyOf(forbidden);
  }
}
