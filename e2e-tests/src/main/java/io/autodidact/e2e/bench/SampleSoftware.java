package io.autodidact.e2e.bench;

import io.autodidact.connector.Connector;
import io.autodidact.connector.ConnectorException;
import io.autodidact.connector.Episodes;
import io.autodidact.connector.Surroundings;
import io.autodidact.connector.lifecycle.Lifecycle;
import io.autodidact.connector.lifecycle.ScriptedEpisodes;
import io.autodidact.connector.openapi.OpenApiConnectorFactory;
import io.autodidact.sample.inventory.InventoryServer;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import tools.jackson.databind.json.JsonMapper;

/** The sample inventory inside this process, with its demonstration's lifecycle. */
public final class SampleSoftware implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final InventoryServer server;
  private final Connector connector;
  private final Episodes episodes;

  private SampleSoftware(InventoryServer server, Connector connector, Episodes episodes) {
    this.server = server;
    this.connector = connector;
    this.episodes = episodes;
  }

  /** Starts it on a free port; the files are found from the root of the repository. */
  public static SampleSoftware start() throws IOException {
    var server = InventoryServer.start(0);
    var settings = JSON.createObjectNode();
    settings.put("documentUrl", server.address() + "/openapi.json");
    settings.put("baseUrl", server.address().toString());
    var surroundings =
        new Surroundings(
            SampleSoftware::noSecret, InetAddress::isLoopbackAddress, Clock.systemUTC());
    var connector = new OpenApiConnectorFactory().connect(settings, surroundings);
    var lifecycle =
        Lifecycle.of(
            JSON.readTree(
                Files.readString(
                    Path.of("tenant-connectors/sample-inventory/demo/lifecycle.json"))));
    return new SampleSoftware(server, connector, new ScriptedEpisodes(connector, lifecycle));
  }

  public Episodes episodes() {
    return episodes;
  }

  @Override
  public void close() {
    connector.close();
    server.close();
  }

  private static String noSecret(String name) {
    throw new ConnectorException(
        ConnectorException.Fault.SETTINGS, "The sample inventory needs no secret " + name);
  }
}
