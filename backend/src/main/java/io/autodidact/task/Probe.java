package io.autodidact.task;

import io.autodidact.connector.Call;
import io.autodidact.connector.ConnectorException;
import io.autodidact.connector.Episode;
import io.autodidact.connector.Outcome;
import io.autodidact.task.Checks.EntityList;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * One read of the state.
 *
 * @param body a missing node where what was to be read does not exist
 */
record Probe(Call call, JsonNode body) {
  private static final int ATTEMPTS = 3;

  /** A name that no other thing has by chance. */
  private static final Pattern SCOPE = Pattern.compile("[\\w.:-]*(?=\\w*\\d)[\\w.:-]{12,}");

  /** Makes the read; a refusal means that the thing is not there. */
  static Probe read(Call call, List<EntityList> lists, Episode episode)
      throws InterruptedException {
    var first = body(call, outcome(call, episode));
    return new Probe(call, inWordsOf(episode, ReadOn.of(call, first, lists, episode).body()));
  }

  /**
   * What the software says, with names that it made of what the episode is confined to told by the
   * variable: {@code default-roles-practice-a8c6} as {@code default-roles-${realm}}. Such names are
   * new in every episode and can not be told by their ids. A value that is the variable's and no
   * more stays: it may be an id.
   */
  static JsonNode inWordsOf(Episode episode, JsonNode said) {
    var text = said.toString();
    var changed = text;
    for (var variable : episode.variables().entrySet()) {
      var value = variable.getValue().isString() ? variable.getValue().asString() : "";
      if (SCOPE.matcher(value).matches() && changed.contains(value)) {
        var quoted = Pattern.quote(value);
        changed =
            changed.replaceAll(
                "(?<!\")" + quoted + "|" + quoted + "(?!\")",
                Matcher.quoteReplacement("${" + variable.getKey() + "}"));
      }
    }
    return changed.equals(text) ? said : JsonMapper.shared().readTree(changed);
  }

  private static Outcome outcome(Call call, Episode episode) throws InterruptedException {
    Outcome outcome = episode.act(call);
    for (int attempt = 1; attempt < ATTEMPTS && failed(outcome); attempt++) {
      outcome = episode.act(call);
    }
    return outcome;
  }

  private static JsonNode body(Call call, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Succeeded(int code, JsonNode body) -> body;
      case Outcome.Refused refused -> MissingNode.getInstance();
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
   *
   * @param lists which say how their reads go on behind the first page
   * @throws ConnectorException if the software lets nobody in any more: then nothing can be said of
   *     its state, and an attempt must not be blamed for it
   */
  static List<Probe> readAll(List<PlanStep> probes, List<EntityList> lists, Episode episode)
      throws InterruptedException {
    var results = new ArrayList<JsonNode>();
    var read = new ArrayList<Probe>();
    int turnedAway = 0;
    for (PlanStep step : probes) {
      var call = step.call(results);
      if (call.isPresent()) {
        var outcome = outcome(call.get(), episode);
        turnedAway += outcome instanceof Outcome.Refused refused && refused.code() == 401 ? 1 : 0;
        var whole =
            ReadOn.of(call.get(), body(call.get(), outcome), lists, episode).body();
        read.add(new Probe(call.get(), inWordsOf(episode, whole)));
        results.add(whole);
      } else {
        results.add(MissingNode.getInstance());
      }
    }
    if (turnedAway > 0 && turnedAway == read.size()) {
      throw new ConnectorException(
          ConnectorException.Fault.SETTINGS,
          "The software does not accept the credentials of the connection any more (401). Renew the"
              + " secret, or the account it belongs to, and resume the run.");
    }
    return read;
  }

  private static boolean failed(Outcome outcome) {
    return outcome instanceof Outcome.Broken || outcome instanceof Outcome.Unreachable;
  }
}
