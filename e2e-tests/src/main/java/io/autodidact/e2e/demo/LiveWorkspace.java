package io.autodidact.e2e.demo;

import io.autodidact.connector.ConnectorException;
import io.autodidact.connector.Surroundings;
import io.autodidact.connector.lifecycle.Lifecycle;
import io.autodidact.connector.lifecycle.ScriptedEpisodes;
import io.autodidact.connector.openapi.OpenApiConnectorFactory;
import java.net.InetAddress;
import java.time.Clock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The workspace of the sample software that a company would work in: its episodes' set-up, run once
 * in a workspace that stays. The sample keeps everything in memory, so this happens at each start.
 */
final class LiveWorkspace {
  static final String NAME = "main";
  private static final long SEED = 2026;

  private final JsonNode settings;
  private final JsonNode lifecycle;

  /**
   * @param lifecycle whose first step makes the workspace of an episode
   */
  LiveWorkspace(JsonNode settings, JsonNode lifecycle) {
    this.settings = settings;
    this.lifecycle = lifecycle;
  }

  void fill() throws InterruptedException {
    var surroundings =
        new Surroundings(
            LiveWorkspace::noSecret, InetAddress::isLoopbackAddress, Clock.systemUTC());
    try (var connector = new OpenApiConnectorFactory().connect(settings, surroundings)) {
      new ScriptedEpisodes(connector, Lifecycle.of(inTheWorkspaceThatStays())).open(SEED).close();
    }
  }

  private JsonNode inTheWorkspaceThatStays() {
    var staying = (ObjectNode) lifecycle.deepCopy();
    var steps = (ArrayNode) staying.get("setUp");
    steps.remove(0);
    steps.insertObject(0).putObject("let").put("workspace", NAME);
    staying.remove("tearDown");
    return staying;
  }

  private static String noSecret(String name) {
    throw new ConnectorException(
        ConnectorException.Fault.SETTINGS, "The sample inventory needs no secret " + name);
  }
}
