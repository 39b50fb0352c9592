package io.autodidact.task;

import io.autodidact.connector.Call;
import io.autodidact.connector.ConnectorException;
import io.autodidact.connector.Outcome;
import io.autodidact.connector.Session;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * One read of the state.
 *
 * @param body a missing node where what was to be read does not exist
 */
record Probe(Call call, JsonNode body) {
  private static final int ATTEMPTS = 3;

  /** Makes the read; a refusal means that the thing is not there. */
  static Probe read(Call call, Session session) throws InterruptedException {
    Outcome outcome = session.act(call);
    for (int attempt = 1; attempt < ATTEMPTS && failed(outcome); attempt++) {
      outcome = session.act(call);
    }
    return switch (outcome) {
      case Outcome.Succeeded(int code, JsonNode body) -> new Probe(call, body);
      case Outcome.Refused refused -> new Probe(call, MissingNode.getInstance());
      case Outcome.Broken(int code, String message) ->
          throw new ConnectorException(
              ConnectorException.Fault.SOFTWARE,
              "The state can not be checked: " + call.operation() + " failed with " + message);
      case Outcome.Unreachable(String message) ->
          throw new ConnectorException(
              ConnectorException.Fault.NETWORK,
              "The state can not be checked: " + call.operation() + " got no answer: " + message);
    };
  }

  /**
   * Makes all reads, each with ids from the ones before; leaves out those whose id is not there.
   */
  static List<Probe> readAll(List<PlanStep> probes, Session session) throws InterruptedException {
    var results = new ArrayList<JsonNode>();
    var read = new ArrayList<Probe>();
    for (PlanStep step : probes) {
      var call = step.call(results);
      if (call.isPresent()) {
        read.add(read(call.get(), session));
        results.add(read.getLast().body());
      } else {
        results.add(MissingNode.getInstance());
      }
    }
    return read;
  }

  private static boolean failed(Outcome outcome) {
    return outcome instanceof Outcome.Broken || outcome instanceof Outcome.Unreachable;
  }
}
