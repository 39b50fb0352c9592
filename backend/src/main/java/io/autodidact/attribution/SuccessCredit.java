package io.autodidact.attribution;

import io.autodidact.attribution.Trails.UsedBy;
import io.autodidact.rollout.Action;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Credit in an attempt that fulfilled its task: the backward slice of what satisfied the checks
 * helped, the rest did not.
 */
final class SuccessCredit {
  private final Trails trails;
  private final Map<Integer, UsedBy> needed;
  private final Map<Integer, UsedBy> neededToMend;
  private final Set<Integer> right;

  SuccessCredit(Trails trails) {
    this.trails = trails;
    var decisive = trails.turns().all().filter(this::isDecisive).boxed().toList();
    var mending = trails.turns().all().filter(t -> !states(t).mended().isEmpty()).boxed().toList();
    this.needed = trails.slice(decisive);
    this.neededToMend = trails.slice(mending);
    this.right = new HashSet<>(needed.keySet());
    right.addAll(decisive);
  }

  Credit of(int turn) {
    if (trails.turns().step(turn).action() instanceof Action.Finish) {
      return finished(turn);
    }
    return trails.turns().reads(turn) ? ofRead(turn) : ofWrite(turn);
  }

  private boolean isDecisive(int turn) {
    return !trails.states().lastingGain(turn).isEmpty()
        || trails.likeness().onlyLooks(turn)
        || trails.turns().step(turn).action() instanceof Action.Finish;
  }

  private Credit finished(int turn) {
    var all = trails.turns().rollout().judgement().held();
    return Credit.good(
            trails.task().checks().answer().isEmpty()
                ? "It stopped when everything that was asked for was done"
                : "It gave the right answer")
        .with(trails.task(), all);
  }

  private Credit ofRead(int turn) {
    return used(turn)
        .or(() -> looked(turn))
        .or(() -> perhapsWorkedOut(turn))
        .orElseGet(() -> Credit.bad("Nothing of what it read was used"));
  }

  private Credit ofWrite(int turn) {
    var gain = trails.states().lastingGain(turn);
    if (!gain.isEmpty()) {
      var place = Credit.place(trails.task(), gain.iterator().next());
      return Credit.good("It brought about what the task asks for: " + place)
          .with(trails.task(), gain);
    }
    return Optional.ofNullable(needed.get(turn))
        .map(Credit::used)
        .or(() -> enabled(turn))
        .or(() -> mended(turn))
        .or(() -> harmed(turn))
        .or(() -> used(turn))
        .or(() -> planned(turn))
        .or(() -> replaced(turn))
        .orElseGet(() -> Credit.bad("It changed nothing that the task asks for"));
  }

  private Optional<Credit> used(int turn) {
    return Optional.ofNullable(needed.getOrDefault(turn, neededToMend.get(turn))).map(Credit::used);
  }

  private Optional<Credit> looked(int turn) {
    return Optional.of(turn)
        .filter(trails.likeness()::onlyLooks)
        .map(_ -> Credit.good("The task's own plan looks here too before it decides"));
  }

  private Optional<Credit> perhapsWorkedOut(int turn) {
    return trails
        .workedOutLater(turn, right)
        .map(
            later ->
                Credit.abstain(
                    "Step %d used a number that stands in no result; it may have been worked out from this"
                        .formatted(Credit.number(later)),
                    Credit.other(later)));
  }

  /** A change without which a later call, refused before it, would not have succeeded. */
  private Optional<Credit> enabled(int turn) {
    var turns = trails.turns();
    return turns.later(turn).stream()
        .filter(turns::succeeded)
        .filter(later -> !trails.states().lastingGain(later).isEmpty() || needed.containsKey(later))
        .filter(later -> turns.earlier(turn).stream().anyMatch(e -> refusedBefore(e, later)))
        .findFirst()
        .map(
            later ->
                Credit.good(
                    "It made step %d possible, which had been refused before"
                        .formatted(Credit.number(later)),
                    Credit.other(later)));
  }

  private boolean refusedBefore(int earlier, int later) {
    return trails.turns().sameCall(earlier, later) && !trails.turns().succeeded(earlier);
  }

  private Optional<Credit> mended(int turn) {
    return Optional.of(states(turn).mended())
        .filter(mended -> !mended.isEmpty())
        .map(mended -> Credit.good("It took back an unasked change: " + Credit.places(mended)));
  }

  private Optional<Credit> harmed(int turn) {
    var change = states(turn);
    if (!change.lost().isEmpty()) {
      return Optional.of(
          Credit.bad("It undid what an earlier step had achieved")
              .with(trails.task(), change.lost()));
    }
    if (!change.gained().isEmpty()) {
      return Optional.of(
          Credit.abstain("What it achieved was undone later and done again")
              .with(trails.task(), change.gained()));
    }
    boolean unasked = !change.spoiled().isEmpty() && trails.likeness().planStep(turn).isEmpty();
    return unasked
        ? Optional.of(
            Credit.bad("It changed what nobody asked for: " + Credit.places(change.spoiled())))
        : Optional.empty();
  }

  private Optional<Credit> planned(int turn) {
    return trails
        .likeness()
        .planStep(turn)
        .map(_ -> Credit.good("The task's own plan does this too on its way"));
  }

  /** A wrong value that a later call of the same operation put right. */
  private Optional<Credit> replaced(int turn) {
    var turns = trails.turns();
    return turns.later(turn).stream()
        .filter(later -> !trails.states().lastingGain(later).isEmpty())
        .filter(later -> operation(later).equals(operation(turn)))
        .findFirst()
        .map(
            later ->
                Credit.bad(
                    "It did not do what was asked; step %d did".formatted(Credit.number(later)),
                    Credit.other(later)));
  }

  private Optional<String> operation(int turn) {
    return trails.turns().call(turn).map(call -> call.operation());
  }

  private StateTrail.Change states(int turn) {
    return trails.states().at(turn);
  }
}
