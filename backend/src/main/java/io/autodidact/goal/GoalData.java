package io.autodidact.goal;

import java.util.Set;

/**
 * What somebody wants done.
 *
 * @param text in plain words
 * @param forbidden operations never to use for it
 * @param kinds of work to practise; empty for all
 * @param difficulties of tasks to practise, 1 to 3; empty for all
 */
public record GoalData(
    String text, Set<String> forbidden, Set<Kind> kinds, Set<Integer> difficulties) {
  public GoalData {
    if (text.isBlank() || text.length() > 4000) {
      throw new IllegalArgumentException("A goal is a text of 1 to 4,000 characters.");
    }
    forbidden = Set.copyOf(forbidden);
    kinds = kinds == null ? Set.of() : Set.copyOf(kinds);
    difficulties = difficulties == null ? Set.of() : Set.copyOf(difficulties);
    if (!Set.of(1, 2, 3).containsAll(difficulties)) {
      throw new IllegalArgumentException("A difficulty is 1, 2 or 3.");
    }
  }

  /** A goal that any kind of work serves. */
  public GoalData(String text, Set<String> forbidden) {
    this(text, forbidden, Set.of(), Set.of());
  }

  /** What people ask for. */
  public enum Kind {
    QUESTION,
    CHANGE
  }

  /** Whether work of that kind and difficulty serves the goal. */
  public boolean wants(Set<Kind> work, int difficulty) {
    return (kinds.isEmpty() || kinds.containsAll(work))
        && (difficulties.isEmpty() || difficulties.contains(difficulty));
  }
}
