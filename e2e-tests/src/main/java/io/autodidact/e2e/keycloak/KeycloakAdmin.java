package io.autodidact.e2e.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keycloak's Admin API, as its administrator. */
public final class KeycloakAdmin {
  private final HttpClient http = HttpClient.newHttpClient();
  private final KeycloakServer server;

  public KeycloakAdmin(KeycloakServer server) {
    this.server = server;
  }

  /** Empty if there is no such thing. */
  public Optional<JsonNode> get(String path) throws InterruptedException {
    var answer = send("GET", path, "");
    return answer.statusCode() == 404
        ? Optional.empty()
        : Optional.of(JsonMapper.shared().readTree(fine(answer).body()));
  }

  public void post(String path, JsonNode body) throws InterruptedException {
    fine(send("POST", path, body.toString()));
  }

  public void put(String path, JsonNode body) throws InterruptedException {
    fine(send("PUT", path, body.toString()));
  }

  public void delete(String path) throws InterruptedException {
    fine(send("DELETE", path, ""));
  }

  private HttpResponse<String> send(String method, String path, String body)
      throws InterruptedException {
    var token =
        token(
            "master",
            Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                KeycloakServer.ADMIN,
                "client_secret",
                server.secret()));
    return send(
        HttpRequest.newBuilder(server.address().resolve("/admin/realms" + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build());
  }

  /** An access token of the realm, for whoever these parameters show to be known there. */
  public String token(String realm, Map<String, String> parameters) throws InterruptedException {
    var form =
        parameters.entrySet().stream()
            .map(
                one ->
                    one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    var answer =
        send(
            HttpRequest.newBuilder(
                    URI.create(
                        server.address() + "/realms/" + realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
    return JsonMapper.shared().readTree(fine(answer).body()).path("access_token").asString();
  }

  private HttpResponse<String> send(HttpRequest request) throws InterruptedException {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException("Keycloak did not answer", e);
    }
  }

  private static HttpResponse<String> fine(HttpResponse<String> answer) {
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(
          "Keycloak answered "
              + answer.statusCode()
              + " to "
              + answer.uri()
              + ": "
              + answer.body());
    }
    return answer;
  }
}
