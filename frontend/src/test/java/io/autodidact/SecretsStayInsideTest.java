package io.autodidact;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.autodidact.rollout.ScriptedSampler;
import io.autodidact.tenant.ApiKeys;
import io.autodidact.tenant.StoredJson;
import io.autodidact.tenant.TenantTransaction;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * Credentials are planted, and the software repeats them in everything it says. Afterwards nothing
 * that the platform said or kept holds one: no log, no row, no file, no answer, no prompt.
 */
class SecretsStayInsideTest {
  private static final Map<String, String> CANARIES =
      Map.of(
          "header-key", "canary/header+4f1c9a",
          "query-key", "canary&query=77b0e2",
          "basic-password", "canary:basic%c3d955",
          "client-secret", "canary-client~18ee04");

  private static final List<String> LOGGED = new CopyOnWriteArrayList<>();
  private static final List<String> RECEIVED = new CopyOnWriteArrayList<>();
  private static RunningAutodidact autodidact;
  private static HttpServer software;
  private static String key;
  private static Belongings mine;

  @BeforeAll
  static void start() throws Exception {
    software = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 100);
    software.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    software.createContext("/", SecretsStayInsideTest::repeat);
    software.start();
    autodidact = RunningAutodidact.with("api,worker", ScriptedAgent.class);
    listenToLogs();
    mine = Belongings.insert(autodidact.bean(TenantTransaction.class));
    key =
        autodidact
            .bean(ApiKeys.class)
            .create(mine.tenant(), "k", Set.of("manage", "chat", "admin", "platform"))
            .text();
  }

  @AfterAll
  static void stop() {
    autodidact.close();
    software.stop(0);
  }

  private static void listenToLogs() {
    var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    var listener =
        new AppenderBase<ILoggingEvent>() {
          @Override
          protected void append(ILoggingEvent event) {
            LOGGED.add(event.getFormattedMessage());
            if (event.getThrowableProxy() != null) {
              LOGGED.add(ThrowableProxyUtil.asString(event.getThrowableProxy()));
            }
          }
        };
    listener.setContext(root.getLoggerContext());
    listener.start();
    root.addAppender(listener);
  }

  /** Says back all it was told, also where it refuses and fails. */
  private static void repeat(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var told = StoredJson.MAPPER.createObjectNode();
    told.put("id", "7").put("name", "tea " + exchange.getRequestURI());
    told.put("query", exchange.getRequestURI().getQuery()).put("body", body);
    var headers = told.putObject("headers");
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.toString()));
    RECEIVED.add(told.toString());
    var path = exchange.getRequestURI().getPath();
    var text = path.equals("/broken") ? told + " is no JSON" : told.toString();
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.getResponseHeaders().set("Location", path + "?" + exchange.getRequestURI().getQuery());
    int status =
        switch (path) {
          case "/token", "/refused" -> 400;
          case "/document" -> 401;
          case "/failed" -> 500;
          default -> 200;
        };
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Test
  void noLogRowFileAnswerOrPromptHoldsASecret() throws Exception {
    for (var canary : CANARIES.entrySet()) {
      var kept =
          autodidact.put(
              "/api/v1/secrets/" + canary.getKey(), Map.of("value", canary.getValue()), bearer());
      assertThat(kept.statusCode()).isEqualTo(204);
    }
    var header =
        register("header", Map.of("type", "header", "name", "X-Key", "secret", "header-key"));
    register("query", Map.of("type", "query", "name", "key", "secret", "query-key"));
    register("basic", Map.of("type", "basic", "user", "me", "secret", "basic-password"));
    register(
        "token",
        Map.of(
            "type", "client_credentials",
            "tokenUrl", address() + "/token",
            "clientId", "me",
            "secret", "client-secret"));
    failToConnect();
    explore(header);
    chat();
    readAll();

    assertThat(holding("software", RECEIVED)).as("the planting").hasSize(4);
    assertThat(holding("log", LOGGED)).isEmpty();
    assertThat(holding("answer", autodidact.answers())).isEmpty();
    assertThat(holding("row", rows())).isEmpty();
    assertThat(holding("prompt", prompts())).isEmpty();
    assertThat(holding("file", files())).isEmpty();
  }

  /** The names of the canaries that are in one of the texts, in any form. */
  private static List<String> holding(String where, List<String> texts) {
    assertThat(texts).as(where).isNotEmpty();
    var found = new ArrayList<String>();
    CANARIES.forEach(
        (name, value) -> {
          if (texts.stream().anyMatch(text -> forms(value).stream().anyMatch(text::contains))) {
            found.add(name);
          }
        });
    return found;
  }

  private static List<String> forms(String secret) {
    var bytes = secret.getBytes(StandardCharsets.UTF_8);
    var basic = ("me:" + secret).getBytes(StandardCharsets.UTF_8);
    var encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8);
    return List.of(
        secret,
        encoded,
        encoded.replace("%7E", "~"),
        Base64.getEncoder().withoutPadding().encodeToString(bytes),
        Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
        Base64.getEncoder().withoutPadding().encodeToString(basic),
        HexFormat.of().formatHex(bytes));
  }

  private static String address() {
    return "http://127.0.0.1:" + software.getAddress().getPort();
  }

  private static String[] bearer() {
    return new String[] {"Authorization", "Bearer " + key};
  }

  private static String register(String name, Map<String, String> auth) throws Exception {
    var settings = new TreeMap<String, Object>();
    settings.put("document", DOCUMENT.formatted(address()));
    settings.put("auth", auth);
    var registered = autodidact.post("/api/v1/environments", data(name, settings), bearer());
    assertThat(registered.statusCode()).as(registered.body()).isEqualTo(201);
    var id =
        RunningAutodidact.json(registered)
            .at("/id/value")
            .asString(RunningAutodidact.json(registered).path("id").asString(""));
    autodidact.post("/api/v1/environments/" + id + "/test", Map.of(), bearer());
    return id;
  }

  private static Map<String, Object> data(String name, Map<String, Object> settings) {
    var data = new LinkedHashMap<String, Object>();
    data.put("name", name);
    data.put("kind", "openapi");
    data.put("settings", settings);
    data.put("lifecycle", Map.of("setUp", List.of(Map.of("call", "look"))));
    data.put("policy", Map.of("forbidden", List.of(), "allowDestructive", true));
    return data;
  }

  /** The document is behind the credentials, which the software repeats while it refuses them. */
  private static void failToConnect() throws Exception {
    for (var auth :
        List.of(
            Map.of("type", "basic", "user", "me", "secret", "basic-password"),
            Map.of("type", "header", "name", "X-Key", "secret", "header-key"))) {
      var settings = new TreeMap<String, Object>();
      settings.put("documentUrl", address() + "/document");
      settings.put("auth", auth);
      var failed = autodidact.post("/api/v1/environments", data("failing", settings), bearer());
      assertThat(failed.statusCode()).isEqualTo(422);
    }
  }

  /** Explores for real; there is no base model to examine, so the run fails behind that. */
  private static void explore(String environment) throws Exception {
    autodidact.post(
        "/api/v1/environments/" + environment + "/goals",
        Map.of("text", "look at things", "forbidden", List.of()),
        bearer());
    var started =
        autodidact.post(
            "/api/v1/learning-runs",
            Map.of(
                "environment",
                environment,
                "agent",
                "finder",
                "budget",
                Map.of("minutes", 2, "calls", 200, "tokens", 100_000)),
            bearer());
    assertThat(started.statusCode()).as(started.body()).isEqualTo(201);
    var run = RunningAutodidact.json(started).at("/scope/learningRun").asString("");
    var path = "/api/v1/learning-runs/" + run;
    var news = autodidact.get(path + "/events", bearer()).body(); // Ends with the run.
    assertThat(news).contains("FAILED");
    for (var part : List.of("", "/coverage", "/findings", "/report", "/tasks", "/experience")) {
      autodidact.get(path + part, bearer());
    }
  }

  private static void chat() throws Exception {
    ScriptedAgent.lines = new String[] {"look", "make tea", "refused", "finish"};
    ServedForTests.publish(autodidact, mine, DOCUMENT.formatted(address()));
    var answer =
        autodidact.post(
            "/v1/chat/completions",
            Map.of(
                "model",
                "clerk",
                "messages",
                List.of(Map.of("role", "user", "content", "Make a tea."))),
            bearer());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private static void readAll() throws Exception {
    for (var path :
        List.of(
            "/api/v1/environments",
            "/api/v1/secrets",
            "/api/v1/learning-runs",
            "/api/v1/audit?limit=200",
            "/api/v1/audit/export",
            "/api/v1/usage",
            "/api/v1/openapi",
            "/actuator/prometheus")) {
      assertThat(autodidact.get(path, bearer()).statusCode()).as(path).isEqualTo(200);
    }
  }

  private static List<String> rows() {
    var owner = DSL.using(autodidact.owner(), SQLDialect.POSTGRES);
    return owner
        .fetch("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        .getValues(0, String.class)
        .stream()
        .flatMap(
            table ->
                owner
                    .fetch("SELECT t::text FROM public." + table + " t")
                    .getValues(0, String.class)
                    .stream())
        .toList();
  }

  private static List<String> prompts() {
    return ScriptedAgent.SAMPLERS.stream()
        .flatMap(sampler -> List.copyOf(sampler.prompts).stream())
        .map(ScriptedSampler.TOKENIZER::decode)
        .toList();
  }

  private static List<String> files() throws IOException {
    var directory =
        Path.of(autodidact.environment().getRequiredProperty("autodidact.data-directory"));
    try (var files = Files.walk(directory)) {
      var texts = new ArrayList<String>();
      for (var file : files.filter(Files::isRegularFile).toList()) {
        texts.add(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
      return texts;
    }
  }

  private static final String DOCUMENT =
      """
      openapi: 3.0.3
      info: {title: t, version: '1'}
      servers: [{url: '%s'}]
      paths:
        /things:
          get: {operationId: look, responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}}}
          post:
            operationId: make
            requestBody: {content: {application/json: {schema: {type: object, required: [name], properties: {name: {type: string}}}}}}
            responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}}
        /refused: {get: {operationId: refused, responses: {'200': {description: d}}}}
        /failed: {get: {operationId: failed, responses: {'200': {description: d}}}}
        /broken: {get: {operationId: broken, responses: {'200': {description: d}}}}
      components:
        schemas:
          Thing: {type: object, properties: {id: {type: string}, name: {type: string}, query: {type: string}, body: {type: string}, headers: {type: object, additionalProperties: {type: string}}}}
      """;
}
