package io.autodidact.task;

import io.autodidact.task.Checks.Difference;
import io.autodidact.task.Draft.Actor;
import java.util.List;

/** What a draft says around its parts: a {@link Frame} with entities and values filled in. */
sealed interface Framing {
  /** The parts stand for themselves. */
  record Plain() implements Framing {}

  /**
   * Every part is done to one of several entities that have something in common.
   *
   * @param inCommon what they have in common
   * @param members all that have it, as many as there are parts
   * @param listed the keys of all entities of the list, members or not
   */
  record OfEach(Trait inCommon, List<Actor> members, List<String> listed) implements Framing {
    public OfEach {
      members = List.copyOf(members);
      listed = List.copyOf(listed);
    }

    /** Whether something of each of them has changed. */
    boolean touchesAll(List<Difference> changes) {
      return members.stream()
          .map(Actor::key)
          .allMatch(
              key ->
                  changes.stream()
                      .anyMatch(
                          change ->
                              change.place().contains(key)
                                  || Values.text(change.after()).equals(key)));
    }
  }

  /**
   * The only part is asked for on a condition, or, where that does not hold, the value that decided
   * it is.
   *
   * @param consequence what is done if it holds
   */
  record OnlyIf(Condition condition, Draft consequence) implements Framing {}
}
