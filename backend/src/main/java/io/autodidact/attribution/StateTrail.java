package io.autodidact.attribution;

import io.autodidact.rollout.Observation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What every turn did to the task's checks.
 *
 * @param changes one a turn
 */
record StateTrail(List<Change> changes) {
  /**
   * @param gained expected differences that came to hold
   * @param lost expected differences that no longer hold
   * @param spoiled places that changed though nothing asked for it
   * @param mended places that are back to what they were
   */
  record Change(Set<Integer> gained, Set<Integer> lost, Set<String> spoiled, Set<String> mended) {
    static final Change NONE = new Change(Set.of(), Set.of(), Set.of(), Set.of());

    boolean none() {
      return gained.isEmpty() && lost.isEmpty() && spoiled.isEmpty() && mended.isEmpty();
    }
  }

  static StateTrail of(Turns turns) {
    var changes = new ArrayList<Change>();
    Set<Integer> held = Set.of();
    Set<String> unexpected = Set.of();
    for (int turn = 0; turn < turns.size(); turn++) {
      if (!turns.wrote(turn)) {
        changes.add(Change.NONE);
        continue;
      }
      Observation seen = turns.step(turn).observation();
      var nowHeld = new TreeSet<>(seen.held());
      var nowUnexpected = new LinkedHashSet<>(seen.unexpected());
      changes.add(
          new Change(
              without(nowHeld, held),
              without(held, nowHeld),
              without(nowUnexpected, unexpected),
              without(unexpected, nowUnexpected)));
      held = nowHeld;
      unexpected = nowUnexpected;
    }
    return new StateTrail(List.copyOf(changes));
  }

  Change at(int turn) {
    return changes.get(turn);
  }

  /** What the turn gained and no later turn lost. */
  Set<Integer> lastingGain(int turn) {
    var lasting = new TreeSet<>(at(turn).gained());
    changes.subList(turn + 1, changes.size()).forEach(change -> lasting.removeAll(change.lost()));
    return lasting;
  }

  /** What the turn spoiled and no later turn mended. */
  Set<String> lastingHarm(int turn) {
    var lasting = new LinkedHashSet<>(at(turn).spoiled());
    changes.subList(turn + 1, changes.size()).forEach(change -> lasting.removeAll(change.mended()));
    return lasting;
  }

  private static <T> Set<T> without(Set<T> whole, Set<T> part) {
    var rest = new LinkedHashSet<>(whole);
    rest.removeAll(part);
    return rest;
  }
}
