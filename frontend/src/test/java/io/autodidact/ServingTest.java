package io.autodidact;

import static org.assertj.core.api.Assertions.assertThat;

import io.autodidact.sample.inventory.InventoryServer;
import io.autodidact.tenant.ApiKeys;
import io.autodidact.tenant.StoredJson;
import io.autodidact.tenant.TenantTransaction;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A signed release answers over HTTP in OpenAI's shape and works on live software. */
class ServingTest {
  private static RunningAutodidact autodidact;
  private static InventoryServer software;
  private static String workspace;
  private static String key;
  private static Belongings mine;

  @BeforeAll
  static void start() throws Exception {
    ScriptedAgent.UPLOADED.clear();
    software = InventoryServer.start(0);
    workspace = send("POST", "/workspaces", "{}").path("id").asString();
    send("POST", "/categories", "{\"name\": \"Tools\"}");
    autodidact = RunningAutodidact.with(ScriptedAgent.class);
    mine = Belongings.insert(autodidact.bean(TenantTransaction.class));
    key = autodidact.bean(ApiKeys.class).create(mine.tenant(), "k", Belongings.SCOPES).text();
    register();
    ServedForTests.publish(autodidact, mine);
  }

  @AfterAll
  static void stop() {
    autodidact.close();
    software.close();
  }

  @Test
  void theReleaseIsAmongTheModelsByAliasAndByVersion() throws Exception {
    var models = RunningAutodidact.json(autodidact.get("/v1/models", headers()));

    assertThat(models.path("data").valueStream().map(model -> model.path("id").asString()))
        .containsExactly("clerk@stable", "clerk@v1");
  }

  @Test
  void theAgentActsOnTheLiveSoftwareAndSaysWhichReleaseDidIt() throws Exception {
    ScriptedAgent.lines = new String[] {"create_category Fittings", "finish"};

    var answer = chat("clerk", "Add a category named Fittings.");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    var json = RunningAutodidact.json(answer);
    assertThat(json.path("object").asString()).isEqualTo("chat.completion");
    assertThat(json.at("/choices/0/message/content").asString()).isEqualTo("Done.");
    assertThat(json.at("/autodidact/release").asString()).isEqualTo("clerk@v1");
    assertThat(json.at("/autodidact/steps")).hasSize(2);
    assertThat(json.at("/usage/total_tokens").asInt()).isPositive();
    assertThat(send("GET", "/categories", "").toString()).contains("Fittings");
    assertThat(ScriptedAgent.UPLOADED).hasSize(1);
  }

  @Test
  void whatWasOnlyTriedIsNotCalledDone() throws Exception {
    ScriptedAgent.lines = new String[] {"burn_down_category Tools", "finish"};

    var answer = RunningAutodidact.json(chat("clerk", "Burn down the category Tools."));

    assertThat(answer.at("/choices/0/message/content").asString()).startsWith("I changed nothing");
  }

  @Test
  void aStreamedAnswerComesInChunksAndEndsWithDone() throws Exception {
    ScriptedAgent.lines = new String[] {"finish \"two words\""};

    var answer =
        autodidact.post(
            "/v1/chat/completions",
            Map.of("model", "clerk@v1", "stream", true, "messages", messages("Say two words.")),
            headers());

    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/event-stream");
    assertThat(answer.body()).contains("\"content\":\"two \"").contains("\"content\":\"words\"");
    assertThat(answer.body().strip()).endsWith("data: [DONE]");
  }

  @Test
  void anUnknownModelIsAnErrorInOpenAisShape() throws Exception {
    var answer = chat("nobody@v7", "Do something.");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(RunningAutodidact.json(answer).at("/error/type").asString())
        .isEqualTo("invalid_request_error");
  }

  @Test
  void aRequestWithoutAMessageIsToldWhatIsMissing() throws Exception {
    var answer =
        autodidact.post(
            "/v1/chat/completions", Map.of("model", "clerk", "messages", List.of()), headers());

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(RunningAutodidact.json(answer).at("/error/message").asString())
        .contains("last message");
  }

  @Test
  void theBundleIsDownloadedAndVerified() throws Exception {
    var release = "/api/v1/agents/clerk/releases/1";

    assertThat(autodidact.get(release + "/bundle", headers()).statusCode()).isEqualTo(200);
    var verified = autodidact.post(release + "/verify", Map.of(), headers());
    assertThat(RunningAutodidact.json(verified).path("genuine").asBoolean()).isTrue();
  }

  private static HttpResponse<String> chat(String model, String request) throws Exception {
    return autodidact.post(
        "/v1/chat/completions", Map.of("model", model, "messages", messages(request)), headers());
  }

  private static List<Map<String, String>> messages(String request) {
    return List.of(Map.of("role", "user", "content", request));
  }

  /** Makes the environment the inventory, of which one workspace is live. */
  private static void register() throws Exception {
    var settings =
        Map.of(
            "documentUrl", software.address().resolve("/openapi.json").toString(),
            "baseUrl", software.address().toString());
    var lifecycle =
        Map.of(
            "setUp",
                List.of(Map.of("call", "create_workspace", "bind", Map.of("workspace", "/id"))),
            "bound", Map.of("X-Workspace", "workspace"),
            "live", Map.of("workspace", workspace));
    transaction()
        .run(
            mine.tenant(),
            dsl ->
                dsl.execute(
                    "UPDATE environment SET settings = ?::jsonb, lifecycle = ?::jsonb WHERE id = ?",
                    StoredJson.write(settings).data(),
                    StoredJson.write(lifecycle).data(),
                    mine.environment()));
  }

  private static TenantTransaction transaction() {
    return autodidact.bean(TenantTransaction.class);
  }

  private static JsonNode send(String method, String path, String body) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(software.address() + path))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (workspace != null) {
      request.header("X-Workspace", workspace);
    }
    try (var http = HttpClient.newHttpClient()) {
      return StoredJson.MAPPER.readTree(
          http.send(request.build(), HttpResponse.BodyHandlers.ofString()).body());
    }
  }

  private static String[] headers() {
    return new String[] {
      "Authorization", "Bearer " + key, "Idempotency-Key", UUID.randomUUID().toString()
    };
  }
}
