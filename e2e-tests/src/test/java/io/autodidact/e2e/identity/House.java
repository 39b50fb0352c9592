package io.autodidact.e2e.identity;

import io.autodidact.e2e.keycloak.SignInService;
import io.autodidact.e2e.stack.Stack;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The product with its sign-in service, without an engine: started once for all tests that ask, and
 * gone when the tests are over.
 */
final class House {
  static final String REALM = "/autodidact";

  /** A program that people let act for them. */
  static final String PROGRAM = "reports";

  private static House house;

  final SignInService people;
  final Stack stack;
  private final HttpClient http = HttpClient.newHttpClient();

  private House(SignInService people, Stack stack) {
    this.people = people;
    this.stack = stack;
  }

  static synchronized House get() throws Exception {
    if (house == null) {
      house = start(Files.createTempDirectory("house"));
    }
    return house;
  }

  private static House start(Path directory) throws Exception {
    var console = Stack.address(directory);
    var settings = new ArrayList<>(SignInService.consoleSettings(directory));
    settings.add("--autodidact.engine.program=false");
    settings.add("--autodidact.engine.url=http://127.0.0.1:9");
    var people = SignInService.start(directory, console);
    var stack = Stack.start(directory, settings);
    Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
    var started = new House(people, stack);
    started.addProgram(PROGRAM, true);
    started.addProgram("stranger", false);
    return started;
  }

  /**
   * @param meantForUs whether its tokens name this platform as their audience
   */
  private void addProgram(String id, boolean meantForUs) throws InterruptedException {
    var client = JsonMapper.shared().createObjectNode();
    client.put("clientId", id).put("publicClient", true).put("directAccessGrantsEnabled", true);
    var scopes = client.putArray("defaultClientScopes");
    List.of("basic", "acr", "profile", "email", "roles").forEach(scopes::add);
    client.putArray("optionalClientScopes").add("organization");
    if (meantForUs) {
      var mapper = client.putArray("protocolMappers").addObject();
      mapper
          .put("name", "audience")
          .put("protocol", "openid-connect")
          .put("protocolMapper", "oidc-audience-mapper")
          .putObject("config")
          .put("included.client.audience", "autodidact")
          .put("access.token.claim", "true");
    }
    people.admin().post(REALM + "/clients", client);
  }

  /** An access token that a program got for one of the demo people. */
  String token(String program, String person) throws Exception {
    return people
        .admin()
        .token(
            "autodidact",
            Map.of(
                "grant_type",
                "password",
                "client_id",
                program,
                "username",
                person,
                "password",
                people.demoPassword(),
                "scope",
                "openid organization:*"));
  }

  String accountId(String person) throws InterruptedException {
    return people
        .admin()
        .get(REALM + "/users?exact=true&username=" + person)
        .orElseThrow()
        .get(0)
        .path("id")
        .asString();
  }

  /** An answer of the API. */
  record Answer(int status, JsonNode body) {}

  Answer call(String method, String path, String token, String body, String... headers)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(at(path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
    return new Answer(
        answer.statusCode(),
        JsonMapper.shared().readTree(answer.body().isBlank() ? "{}" : answer.body()));
  }

  Answer get(String path, String token, String... headers) throws Exception {
    return call("GET", path, token, "", headers);
  }

  URI at(String path) {
    return stack.address().resolve(path);
  }

  /** The member of that e-mail as the tenant's admin sees them. */
  JsonNode member(String adminToken, String email) throws Exception {
    return get("/api/v1/members?limit=200", adminToken)
        .body()
        .path("items")
        .valueStream()
        .filter(member -> member.path("email").asString("").equals(email))
        .findFirst()
        .orElseThrow();
  }
}
