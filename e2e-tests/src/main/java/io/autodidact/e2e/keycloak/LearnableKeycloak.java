package io.autodidact.e2e.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keycloak as a piece of software to learn: a server of its own that leaves nothing behind. */
public final class LearnableKeycloak implements AutoCloseable {
  /** The name under which connectors ask for their client's secret. */
  public static final String SECRET = "keycloak-client";

  private final KeycloakServer server;
  private final Path directory;

  private LearnableKeycloak(KeycloakServer server, Path directory) {
    this.server = server;
    this.directory = directory;
  }

  /** Starts a server and waits until it answers. */
  public static LearnableKeycloak start() throws IOException, InterruptedException {
    var directory = Files.createTempDirectory("keycloak-data");
    return new LearnableKeycloak(
        KeycloakServer.start(directory, UUID.randomUUID().toString()), directory);
  }

  /**
   * Settings for a connector of kind {@code openapi}; its credentials are the secret {@link
   * #SECRET}.
   */
  public JsonNode connectorSettings() throws IOException {
    var settings = JsonMapper.shared().createObjectNode();
    settings.put("document", Files.readString(server.document()));
    settings.put("baseUrl", server.address().toString());
    settings
        .putObject("auth")
        .put("type", "client_credentials")
        .put(
            "tokenUrl",
            server.address().resolve("/realms/master/protocol/openid-connect/token").toString())
        .put("clientId", KeycloakServer.ADMIN)
        .put("secret", SECRET);
    return settings;
  }

  /** What {@link #SECRET} stands for. */
  public String secret() {
    return server.secret();
  }

  @Override
  public void close() {
    server.close();
    try (var files = Files.walk(directory)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The temporary data of Keycloak could not be deleted", e);
    }
  }
}
