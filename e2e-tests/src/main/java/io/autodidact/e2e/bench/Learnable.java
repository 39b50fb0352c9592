package io.autodidact.e2e.bench;

import io.autodidact.connector.Connector;
import io.autodidact.connector.ConnectorException;
import io.autodidact.connector.Episodes;
import io.autodidact.connector.Operation;
import io.autodidact.connector.Surroundings;
import io.autodidact.connector.lifecycle.Lifecycle;
import io.autodidact.connector.lifecycle.ScriptedEpisodes;
import io.autodidact.connector.openapi.OpenApiConnectorFactory;
import io.autodidact.e2e.RepositoryRoot;
import io.autodidact.e2e.keycloak.LearnableKeycloak;
import io.autodidact.goal.GoalData;
import io.autodidact.sample.inventory.InventoryServer;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A piece of software to measure on, with the lifecycle and the goals of its demonstration. */
public final class Learnable implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final AutoCloseable server;
  private final Connector connector;
  private final Episodes episodes;
  private final List<GoalData> goals;

  private Learnable(AutoCloseable server, JsonNode settings, String secret, String folder) {
    this.server = server;
    this.connector =
        new OpenApiConnectorFactory()
            .connect(
                settings,
                new Surroundings(
                    name -> reveal(name, secret),
                    InetAddress::isLoopbackAddress,
                    Clock.systemUTC()));
    var root = RepositoryRoot.path().resolve(folder);
    var lifecycle = Lifecycle.of(read(root.resolve("lifecycle.json")));
    this.episodes = new ScriptedEpisodes(connector, lifecycle);
    var stated = new ArrayList<GoalData>();
    read(root.resolve("goals.json"))
        .forEach(goal -> stated.add(JSON.treeToValue(goal, GoalData.class)));
    this.goals = List.copyOf(stated);
  }

  /** The software of that name, started on free ports: {@code sample} or {@code keycloak}. */
  public static Learnable start(String name) throws IOException, InterruptedException {
    return switch (name) {
      case "sample" -> sample();
      case "keycloak" -> keycloak();
      default ->
          throw new IllegalArgumentException(
              "There is no software " + name + "; use sample or keycloak.");
    };
  }

  private static Learnable sample() throws IOException {
    var server = InventoryServer.start(0);
    var settings = JSON.createObjectNode();
    settings.put("documentUrl", server.address() + "/openapi.json");
    settings.put("baseUrl", server.address().toString());
    return new Learnable(server, settings, "", "tenant-connectors/sample-inventory/demo");
  }

  private static Learnable keycloak() throws IOException, InterruptedException {
    var server = LearnableKeycloak.start();
    return new Learnable(server, server.connectorSettings(), server.secret(), "e2e-tests/keycloak");
  }

  private static JsonNode read(Path file) {
    return JSON.readTree(file.toFile());
  }

  private static String reveal(String name, String secret) {
    if (!name.equals(LearnableKeycloak.SECRET)) {
      throw new ConnectorException(
          ConnectorException.Fault.SETTINGS, "There is no secret named " + name);
    }
    return secret;
  }

  /** Its episodes, fresh each time. */
  public Episodes episodes() {
    return episodes;
  }

  /** What people want done with it. */
  public List<GoalData> goals() {
    return goals;
  }

  /** Whether no goal forbids the operation. */
  public boolean allows(Operation operation) {
    return goals.stream().noneMatch(goal -> goal.forbidden().contains(operation.name()));
  }

  /** {@code --name value} pairs of a command line. */
  public static Map<String, String> options(String... arguments) {
    var options = new java.util.HashMap<String, String>();
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      options.put(arguments[i].replaceFirst("^--", ""), arguments[i + 1]);
    }
    return options;
  }

  @Override
  public void close() {
    connector.close();
    try {
      server.close();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("The software did not stop", e);
    }
  }
}
