package io.autodidact.exploration;

import io.autodidact.connector.Catalogue;
import io.autodidact.connector.Operation;
import io.autodidact.connector.Outcome;
import io.autodidact.exploration.Coverage.Reach;
import io.autodidact.exploration.Coverage.State;
import java.util.function.Predicate;

/** Puts into words how far exploring got with each operation. */
final class CoverageReport {
  private CoverageReport() {}

  static Coverage of(Catalogue catalogue, Predicate<Operation> allowed, Knowledge knowledge) {
    return new Coverage(
        catalogue.operations().stream()
            .map(operation -> reach(operation, allowed.test(operation), knowledge))
            .toList());
  }

  private static Reach reach(Operation operation, boolean allowed, Knowledge knowledge) {
    var name = operation.name();
    var history = knowledge.history(name);
    if (!allowed) {
      return new Reach(name, State.FORBIDDEN, 0, "The safety policy forbids it.");
    }
    if (history.reached()) {
      return new Reach(name, State.REACHED, history.calls(), "");
    }
    return history
        .lastFailure()
        .map(failure -> new Reach(name, State.REFUSED, history.calls(), reason(failure)))
        .orElseGet(() -> new Reach(name, State.UNREACHABLE, 0, lack(knowledge, operation)));
  }

  private static String reason(Outcome failure) {
    return switch (failure) {
      case Outcome.Refused(var code, var message, _) ->
          "Refused with " + code + ": " + shortened(message);
      case Outcome.Broken(var code, var message) ->
          "The software failed with " + code + ": " + shortened(message);
      case Outcome.Unreachable(var message) -> "No answer: " + shortened(message);
      case Outcome.Succeeded _ -> "";
    };
  }

  private static String shortened(String message) {
    return message.length() > 300 ? message.substring(0, 300) + " …" : message;
  }

  private static String lack(Knowledge knowledge, Operation operation) {
    for (var slot : knowledge.signature(operation.name()).path()) {
      if (knowledge.candidates().of(slot).isEmpty()) {
        return "No operation gives a value for \"" + slot.name() + "\".";
      }
    }
    return "The budget ended before its turn.";
  }
}
