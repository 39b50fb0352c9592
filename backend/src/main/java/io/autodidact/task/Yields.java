package io.autodidact.task;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How often families yielded a task, so that time is not spent on those that do not. Thread-safe.
 */
final class Yields {
  /** One lucky task makes up for so many attempts that came to nothing. */
  private static final int FAILURES_A_TASK = 3;

  private static final int RELIABLE = 2;

  /** What was given to an argument so often and never seen will not be seen in other families. */
  private static final int UNSEEN = 2;

  private static final Yield NONE = new Yield(0, 0);

  private final Map<String, Yield> byFamily = new ConcurrentHashMap<>();
  private final Map<String, Integer> unseen = new ConcurrentHashMap<>();
  private final Set<String> seen = ConcurrentHashMap.newKeySet();

  private record Yield(int kept, int rejected) {}

  void kept(TaskFamily family) {
    seen.addAll(UnseenValues.drawn(family));
    byFamily.merge(
        family.name(), new Yield(1, 0), (old, one) -> new Yield(old.kept() + 1, old.rejected()));
  }

  void rejected(TaskFamily family) {
    byFamily.merge(
        family.name(), new Yield(0, 1), (old, one) -> new Yield(old.kept(), old.rejected() + 1));
  }

  /** Whether every attempt of several came to a task. */
  boolean isReliable(TaskFamily family) {
    var yield = byFamily.getOrDefault(family.name(), NONE);
    return yield.kept() >= RELIABLE && yield.rejected() == 0;
  }

  /** Takes in which arguments had values that the state did not show. */
  void unseen(Set<String> arguments) {
    arguments.forEach(argument -> unseen.merge(argument, 1, Integer::sum));
  }

  /** Whether trying the family again is a waste. */
  boolean isFutile(TaskFamily family) {
    if (UnseenValues.drawn(family).stream()
        .filter(argument -> !seen.contains(argument))
        .anyMatch(argument -> unseen.getOrDefault(argument, 0) >= UNSEEN)) {
      return true;
    }
    var yield = byFamily.getOrDefault(family.name(), NONE);
    return yield.rejected() >= FAILURES_A_TASK * (yield.kept() + 1);
  }
}
