package io.autodidact.e2e.demo;

import io.autodidact.e2e.RepositoryRoot;
import io.autodidact.e2e.keycloak.LearnableKeycloak;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Keycloak's Admin API: large, real and imperfectly described. */
final class KeycloakSoftware implements Software {
  private final LearnableKeycloak server;

  private KeycloakSoftware(LearnableKeycloak server) {
    this.server = server;
  }

  static KeycloakSoftware start() throws IOException, InterruptedException {
    return new KeycloakSoftware(LearnableKeycloak.start());
  }

  @Override
  public JsonNode environment() throws IOException {
    var environment = ApiClient.JSON.createObjectNode();
    environment.put("name", "Keycloak").put("kind", "openapi");
    environment.set("settings", server.connectorSettings());
    environment.set("lifecycle", read("lifecycle.json"));
    environment.putObject("policy").put("allowDestructive", true).putArray("forbidden");
    return environment;
  }

  @Override
  public JsonNode goals() {
    return read("goals.json");
  }

  @Override
  public void storeSecrets(ApiClient api) throws InterruptedException {
    api.put("/api/v1/secrets/" + LearnableKeycloak.SECRET, Map.of("value", server.secret()));
  }

  private static JsonNode read(String file) {
    Path path = RepositoryRoot.path().resolve("e2e-tests/keycloak").resolve(file);
    return ApiClient.JSON.readTree(path.toFile());
  }

  @Override
  public void close() {
    server.close();
  }
}
