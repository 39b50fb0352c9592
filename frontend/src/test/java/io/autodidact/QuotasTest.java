package io.autodidact;

import static org.assertj.core.api.Assertions.assertThat;

import io.autodidact.tenant.ApiKeys;
import io.autodidact.tenant.TenantTransaction;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a platform admin allows holds, and whoever meets a limit is told the figures. */
class QuotasTest {
  private static RunningAutodidact autodidact;
  private static String admin;
  private Belongings mine;
  private String key;

  @BeforeAll
  static void start() throws Exception {
    autodidact = RunningAutodidact.withRoles("api");
    admin = autodidact.newTenantsKey("manage", "platform");
  }

  @AfterAll
  static void stop() {
    autodidact.close();
  }

  @BeforeEach
  void tenant() {
    mine = Belongings.insert(autodidact.bean(TenantTransaction.class));
    key =
        autodidact
            .bean(ApiKeys.class)
            .create(mine.tenant(), "k", Set.of("manage", "chat", "admin"))
            .text();
  }

  private static String[] bearer(String key) {
    return new String[] {"Authorization", "Bearer " + key};
  }

  private HttpResponse<String> set(String who, int runs, long engineSeconds, int requests)
      throws Exception {
    return autodidact.put(
        "/api/v1/platform/tenants/" + mine.tenant().value() + "/quotas",
        Map.of(
            "parallelRuns", runs,
            "engineSecondsAMonth", engineSeconds,
            "environments", 1,
            "tokensADay", 100_000_000,
            "requestsAMinute", requests),
        bearer(who));
  }

  private HttpResponse<String> startRun() throws Exception {
    return autodidact.post(
        "/api/v1/learning-runs",
        Map.of("environment", mine.environment(), "agent", "clerk"),
        bearer(key));
  }

  private void stateGoal() throws Exception {
    autodidact.post(
        "/api/v1/environments/" + mine.environment() + "/goals",
        Map.of("text", "sell tea", "forbidden", List.of()),
        bearer(key));
  }

  @Test
  void aRunThatWouldPassAQuotaIsRefusedBeforeItStarts() throws Exception {
    assertThat(set(admin, 1, 100, 1000).statusCode()).isEqualTo(200);
    stateGoal();

    var refused = startRun();

    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(429);
    assertThat(refused.headers().firstValueAsLong("Retry-After")).isPresent();
    var problem = RunningAutodidact.json(refused);
    assertThat(problem.path("quota").asString()).isEqualTo("ENGINE_SECONDS_A_MONTH");
    assertThat(problem.path("used").asLong()).isZero();
    assertThat(problem.path("reserved").asLong()).isZero();
    assertThat(problem.path("asked").asLong()).isEqualTo(1080);
    assertThat(problem.path("limit").asLong()).isEqualTo(100);
    assertThat(problem.path("freesUp").asString()).endsWith("-01T00:00:00Z");
    assertThat(problem.path("detail").asString())
        .contains("This takes 1,080 of 100 engine-seconds");
    var runs = RunningAutodidact.json(autodidact.get("/api/v1/learning-runs", bearer(key)));
    assertThat(runs.path("items")).hasSize(1);
  }

  @Test
  void ofStartsAtTheSameMomentOnlyAsManyGetInAsMay() throws Exception {
    set(admin, 2, 100_000, 1000);
    stateGoal();
    Callable<Integer> start = () -> startRun().statusCode();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var codes =
          threads.invokeAll(IntStream.range(0, 8).mapToObj(i -> start).toList()).stream()
              .map(java.util.concurrent.Future::resultNow)
              .toList();
      assertThat(codes).filteredOn(code -> code == 201).hasSize(2);
      assertThat(codes).filteredOn(code -> code == 409).hasSize(6);
    }
    var usage = RunningAutodidact.json(autodidact.get("/api/v1/usage", bearer(key)));
    assertThat(usage.at("/quotas/0/used").asInt()).isEqualTo(2);
    assertThat(usage.at("/quotas/1/reserved").asInt()).isEqualTo(2160);
  }

  @Test
  void requestsBeyondTheRateAreToldWhenToComeBack() throws Exception {
    set(admin, 1, 1, 3);
    for (int i = 0; i < 3; i++) {
      assertThat(autodidact.get("/api/v1/usage", bearer(key)).statusCode()).isEqualTo(200);
    }

    var late = autodidact.get("/api/v1/usage", bearer(key));
    var chat = autodidact.get("/v1/models", bearer(key));

    assertThat(late.statusCode()).isEqualTo(429);
    assertThat(late.headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween(1L, 20L);
    assertThat(late.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(chat.statusCode()).isEqualTo(429);
    assertThat(RunningAutodidact.json(chat).at("/error/message").asString())
        .contains("requests a minute");
    assertThat(autodidact.get("/api/v1/environments", bearer(admin)).statusCode()).isEqualTo(200);
  }

  @Test
  void whoDoesNotRunThePlatformNeitherSetsNorSeesOthersQuotas() throws Exception {
    assertThat(set(key, 9, 9, 9).statusCode()).isEqualTo(403);
    for (var path : List.of("quotas", "usage", "environments/shop/networks")) {
      var route = "/api/v1/platform/tenants/" + mine.tenant().value() + "/" + path;
      assertThat(autodidact.get(route, bearer(key)).statusCode()).as(path).isEqualTo(403);
      assertThat(autodidact.get(route, bearer(admin)).statusCode()).as(path).isEqualTo(200);
    }
    assertThat(autodidact.post("/api/v1/platform/keys/rotate", Map.of(), bearer(key)).statusCode())
        .isEqualTo(403);
  }

  @Test
  void whatWasDoneStandsInTheAuditAndTheChainIsWhole() throws Exception {
    set(admin, 1, 100_000, 1000);
    stateGoal();
    startRun();

    var entries = RunningAutodidact.json(autodidact.get("/api/v1/audit", bearer(key)));
    assertThat(entries.path("items").valueStream().map(entry -> entry.path("action").asString()))
        .containsExactly("learning-run.started", "goal.stated", "quotas.set", "key.made");
    var started = entries.at("/items/0");
    assertThat(started.path("actorKind").asString()).isEqualTo("program");
    assertThat(started.path("address").asString()).isEqualTo("127.0.0.1");
    assertThat(started.path("userAgent").asString()).startsWith("Java-http-client");
    var moves = autodidact.get("/api/v1/audit?what=goal&from=2020-01-01T00:00:00Z", bearer(key));
    assertThat(RunningAutodidact.json(moves).path("items")).as(moves.body()).hasSize(1);

    var export = autodidact.get("/api/v1/audit/export", bearer(key)).body().lines().toList();
    assertThat(export).hasSize(5);
    var anchor = RunningAutodidact.JSON.readTree(export.getLast()).path("anchor");
    var verdict = autodidact.post("/api/v1/audit/verify", anchor, bearer(key));
    assertThat(verdict.statusCode()).as(verdict.body()).isEqualTo(200);
    assertThat(RunningAutodidact.json(verdict).path("problems")).isEmpty();
    var other = Map.of("seq", 9, "hash", "0".repeat(64));
    assertThat(autodidact.post("/api/v1/audit/verify", other, bearer(key)).body())
        .contains("entries 5 to 9 are missing");
  }

  @Test
  void aTenantWithAsManyEnvironmentsAsItMayHaveRegistersNoMore() throws Exception {
    set(admin, 1, 1, 1000);
    var document =
        """
        {"openapi": "3.0.3", "info": {"title": "t", "version": "1"},
         "servers": [{"url": "http://127.0.0.1:9999"}],
         "paths": {"/x": {"get": {"operationId": "look"}}}}
        """;

    var refused =
        autodidact.post(
            "/api/v1/environments",
            Map.of(
                "name", "another " + UUID.randomUUID(),
                "kind", "openapi",
                "settings", Map.of("document", document),
                "lifecycle", Map.of(),
                "policy", Map.of("forbidden", List.of(), "allowDestructive", false)),
            bearer(key));

    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(409);
    assertThat(refused.body()).contains("Remove one that is not needed");
  }
}
