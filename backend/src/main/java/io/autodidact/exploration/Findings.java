package io.autodidact.exploration;

import io.autodidact.connector.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Collects what is wrong with the software or its description; each fault once. */
final class Findings {
  private final Map<String, Finding> findings = new LinkedHashMap<>();

  /**
   * @param history of the operation before this call
   */
  void learn(Transition transition, Signature signature, History history) {
    switch (transition.outcome()) {
      case Outcome.Succeeded(_, var body) -> {
        signature
            .operation()
            .result()
            .flatMap(schema -> ResultCheck.mismatch(new JsonSchema(schema), body))
            .ifPresent(message -> add(Finding.Kind.UNDOCUMENTED_RESULT, message, transition));
        if (history.lastFailure().filter(Outcome.Unreachable.class::isInstance).isPresent()) {
          add(Finding.Kind.UNSTABLE, "Did not answer at first, then did", transition);
        }
      }
      case Outcome.Broken(var code, var message) ->
          add(
              code >= 500
                  ? Finding.Kind.SERVER_ERROR
                  : code >= 200 && code < 300
                      ? Finding.Kind.UNDOCUMENTED_RESULT
                      : Finding.Kind.UNDOCUMENTED_STATUS,
              "Answered " + code + ": " + message,
              transition);
      case Outcome.Refused _, Outcome.Unreachable _ -> {}
    }
  }

  /** The software insists on something that its description calls optional, or the reverse. */
  void wrongRequirement(Transition transition, Refusal refusal) {
    for (var property : refusal.missing()) {
      add(
          Finding.Kind.WRONG_REQUIREMENT,
          "Needs \"" + property + "\", which its description does not call required",
          transition);
    }
  }

  private void add(Finding.Kind kind, String message, Transition transition) {
    var operation = transition.call().operation();
    var text = message.length() > 500 ? message.substring(0, 500) + " …" : message;
    var key = kind + " " + operation + " " + text.replaceAll("\\d+|[0-9a-f]{8}-[0-9a-f-]{27}", "#");
    findings.putIfAbsent(key, new Finding(kind, operation, text, evidence(transition)));
  }

  private static JsonNode evidence(Transition transition) {
    var evidence = JsonNodeFactory.instance.objectNode();
    evidence.put("transition", transition.seq());
    evidence.put("operation", transition.call().operation());
    evidence.set("arguments", transition.call().arguments());
    return evidence;
  }

  List<Finding> all() {
    return List.copyOf(findings.values());
  }
}
