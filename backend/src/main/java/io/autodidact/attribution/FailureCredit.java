package io.autodidact.attribution;

import io.autodidact.attribution.Trails.UsedBy;
import io.autodidact.rollout.Action;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Credit in an attempt that missed its task: only what came closer helped, and what a step needed
 * that is known to be right.
 */
final class FailureCredit {
  private final Trails trails;
  private final Set<Integer> right;
  private final Map<Integer, UsedBy> needed;

  FailureCredit(Trails trails) {
    this.trails = trails;
    this.right = trails.turns().all().filter(this::isRight).boxed().collect(Collectors.toSet());
    this.needed = trails.slice(right);
  }

  Credit of(int turn) {
    if (trails.turns().step(turn).action() instanceof Action.Finish) {
      return finished();
    }
    return trails.turns().reads(turn) ? ofRead(turn) : ofWrite(turn);
  }

  /** It came closer and harmed nothing, or it reads what the reference plan reads. */
  private boolean isRight(int turn) {
    var change = states(turn);
    return (!change.gained().isEmpty() || !change.mended().isEmpty())
            && change.spoiled().isEmpty()
            && change.lost().isEmpty()
        || (trails.turns().reads(turn)
            && trails.turns().succeeded(turn)
            && trails.likeness().planStep(turn).isPresent());
  }

  private Credit finished() {
    var judgement = trails.turns().rollout().judgement();
    var missing = new TreeSet<Integer>();
    IntStream.range(0, trails.task().checks().expected().size()).forEach(missing::add);
    missing.removeAll(judgement.held());
    if (!missing.isEmpty()) {
      var place = Credit.place(trails.task(), missing.getFirst());
      return Credit.bad("It said it was done, but this was not: " + place)
          .with(trails.task(), missing);
    }
    return judgement.unexpected().isEmpty()
        ? Credit.bad("Its answer is wrong")
        : Credit.bad(
            "It said it was done, but this had changed unasked: "
                + Credit.places(judgement.unexpected()));
  }

  private Credit ofRead(int turn) {
    return neededLater(turn)
        .or(() -> usedInVain(turn))
        .or(() -> planned(turn))
        .or(() -> perhapsWorkedOut(turn))
        .orElseGet(() -> Credit.bad("Nothing of what it read was used"));
  }

  private Credit ofWrite(int turn) {
    return changed(turn)
        .or(() -> neededLater(turn))
        .or(() -> planned(turn))
        .orElseGet(() -> Credit.bad("It changed nothing that the task asks for"));
  }

  private Optional<Credit> changed(int turn) {
    var change = states(turn);
    if (!change.lost().isEmpty()) {
      return Optional.of(
          Credit.bad("It undid what an earlier step had achieved")
              .with(trails.task(), change.lost()));
    }
    if (!change.spoiled().isEmpty()) {
      return Optional.of(spoiled(turn, change));
    }
    if (!change.gained().isEmpty()) {
      var place = Credit.place(trails.task(), change.gained().iterator().next());
      return Optional.of(
          Credit.good("It came closer to what the task asks for: " + place)
              .with(trails.task(), change.gained()));
    }
    return Optional.of(change.mended())
        .filter(mended -> !mended.isEmpty())
        .map(mended -> Credit.good("It took back an unasked change: " + Credit.places(mended)));
  }

  private Credit spoiled(int turn, StateTrail.Change change) {
    var harm = trails.states().lastingHarm(turn);
    if (change.gained().isEmpty() || !harm.isEmpty()) {
      return Credit.bad("It changed what nobody asked for: " + Credit.places(change.spoiled()));
    }
    return Credit.abstain(
            "It came closer, but also changed what nobody asked for: "
                + Credit.places(change.spoiled()))
        .with(trails.task(), change.gained());
  }

  private Optional<Credit> neededLater(int turn) {
    return Optional.ofNullable(needed.get(turn)).map(Credit::used);
  }

  private Optional<Credit> usedInVain(int turn) {
    return trails
        .user(turn)
        .map(
            use ->
                Credit.abstain(
                    "Step %d used what it found, but whether that was right is not known"
                        .formatted(Credit.number(use.turn())),
                    Credit.other(use.turn())));
  }

  private Optional<Credit> planned(int turn) {
    return trails
        .likeness()
        .planStep(turn)
        .map(_ -> Credit.abstain("The task's own plan does this too, but nothing came of it"));
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

  private StateTrail.Change states(int turn) {
    return trails.states().at(turn);
  }
}
