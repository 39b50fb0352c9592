package io.autodidact.attribution;

import io.autodidact.attribution.ValueTrail.Source;
import io.autodidact.attribution.ValueTrail.Use;
import io.autodidact.task.Task;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** All that is known of an attempt before credit is given. */
record Trails(Task task, Turns turns, ValueTrail values, StateTrail states, PlanLikeness likeness) {
  /** A turn whose call used a value, and the value at its place in the earlier result. */
  record UsedBy(int turn, Source source) {}

  static Trails of(Task task, Turns turns) {
    var values = new ValueTrail(task, turns);
    var likeness = new PlanLikeness(task.plan(), turns, values);
    return new Trails(task, turns, values, StateTrail.of(turns), likeness);
  }

  /** The backward slice: every turn that brought a value which those turns, or its users, used. */
  Map<Integer, UsedBy> slice(Collection<Integer> from) {
    var users = new LinkedHashMap<Integer, UsedBy>();
    var open = new ArrayDeque<>(from);
    while (!open.isEmpty()) {
      int turn = open.remove();
      for (Use use : values.uses(turn)) {
        use.source()
            .filter(source -> !users.containsKey(source.turn()))
            .ifPresent(
                source -> {
                  users.put(source.turn(), new UsedBy(turn, source));
                  open.add(source.turn());
                });
      }
    }
    return users;
  }

  /** The first later turn that used something of this turn's result. */
  Optional<UsedBy> user(int turn) {
    for (int later : turns.later(turn)) {
      for (Use use : values.uses(later)) {
        if (use.source().filter(source -> source.turn() == turn).isPresent()) {
          return use.source().map(source -> new UsedBy(later, source));
        }
      }
    }
    return Optional.empty();
  }

  /**
   * One of those turns, if later, with a number that stands nowhere: perhaps worked out from this.
   */
  Optional<Integer> workedOutLater(int turn, Collection<Integer> right) {
    return turns.later(turn).stream()
        .filter(right::contains)
        .filter(later -> values.uses(later).stream().anyMatch(Use::workedOut))
        .findFirst();
  }
}
