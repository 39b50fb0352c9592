package io.autodidact.attribution;

import io.autodidact.connector.Outcome;
import io.autodidact.rollout.Action;
import java.util.Optional;

/**
 * What can be said of a turn however the attempt ended: faults, repeats, turns that say nothing.
 */
record PlainCredit(Turns turns, StateTrail states) {
  private static final int QUOTED = 160;

  Optional<Credit> of(int turn) {
    return switch (turns.step(turn).action()) {
      case Action.Malformed(_, var problem) ->
          Optional.of(Credit.bad("What it wrote is no call: " + quoted(problem)));
      case Action.Consult consult -> Optional.of(consulted(turn, consult));
      case Action.Operate _ -> operated(turn);
      case Action.Finish _ -> Optional.empty();
    };
  }

  private Credit consulted(int turn, Action.Consult consult) {
    return turns.earlier(turn).stream()
        .filter(earlier -> turns.step(earlier).action().equals(consult))
        .filter(_ -> consult.tool().equals("search_operations"))
        .findFirst()
        .map(
            earlier ->
                Credit.bad(
                    "It asked again what step %d had asked".formatted(Credit.number(earlier)),
                    Credit.other(earlier)))
        .orElseGet(() -> Credit.abstain("It only looked something up; the software was not asked"));
  }

  private Optional<Credit> operated(int turn) {
    var outcome = turns.step(turn).observation().outcome();
    if (outcome.isEmpty()) {
      return Optional.of(Credit.abstain("The call did not reach the software"));
    }
    return switch (outcome.get()) {
      case Outcome.Refused(_, var message, _) -> Optional.of(refused(turn, message));
      case Outcome.Broken(_, var message) ->
          Optional.of(Credit.abstain("The software failed, not the agent: " + quoted(message)));
      case Outcome.Unreachable(var message) ->
          Optional.of(Credit.abstain("The software did not answer: " + quoted(message)));
      case Outcome.Succeeded _ -> repeated(turn);
    };
  }

  private Credit refused(int turn, String message) {
    return sameCallBefore(turn)
        .map(
            earlier ->
                Credit.bad(
                    "It repeats step %d, and was refused: %s"
                        .formatted(Credit.number(earlier), quoted(message)),
                    Credit.other(earlier)))
        .orElseGet(() -> Credit.bad("The software refused it: " + quoted(message)));
  }

  private Optional<Credit> repeated(int turn) {
    return sameCallBefore(turn)
        .filter(_ -> states.at(turn).none())
        .filter(earlier -> turns.result(earlier).equals(turns.result(turn)) || !turns.reads(turn))
        .map(
            earlier ->
                Credit.bad(
                    "It repeats step %d and brought nothing new".formatted(Credit.number(earlier)),
                    Credit.other(earlier)));
  }

  private Optional<Integer> sameCallBefore(int turn) {
    return turns.earlier(turn).stream()
        .filter(earlier -> turns.sameCall(turn, earlier))
        .filter(earlier -> turns.succeeded(earlier) || !turns.succeeded(turn))
        .findFirst();
  }

  static String quoted(String text) {
    var line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= QUOTED ? line : line.substring(0, QUOTED) + "…";
  }
}
