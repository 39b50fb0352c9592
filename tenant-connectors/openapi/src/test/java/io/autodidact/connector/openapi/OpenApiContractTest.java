package io.autodidact.connector.openapi;

import static io.autodidact.connector.openapi.Connections.JSON;

import com.sun.net.httpserver.HttpExchange;
import io.autodidact.connector.Call;
import io.autodidact.connector.Connector;
import io.autodidact.connector.testkit.ConnectorContract;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;

/** The OpenAPI connector keeps what every connector promises; the software remembers by cookie. */
class OpenApiContractTest extends ConnectorContract {
  private static final String DOCUMENT =
      Connections.paths(
          """
          /echo:
            post:
              operationId: echo
              requestBody:
                required: true
                content:
                  application/json:
                    schema: {type: object, required: [text], properties: {text: {type: string}}}
              responses: {'200': {description: ok}}
          /memory:
            put:
              operationId: remember
              parameters: [{name: text, in: query, required: true, schema: {type: string}}]
              responses: {'204': {description: ok}}
            get:
              operationId: recall
              responses: {'200': {description: ok}}
          /wait:
            get:
              operationId: wait
              responses: {'200': {description: ok}}
          """);

  private final Map<String, String> memory = new ConcurrentHashMap<>();
  private final TestServer server = new TestServer(this::answer);

  private void answer(TestServer.Seen request, HttpExchange exchange) throws IOException {
    switch (request.path()) {
      case "/echo" -> TestServer.json(exchange, 200, request.body());
      case "/memory" -> remember(request, exchange);
      default -> TestServer.hang();
    }
  }

  private void remember(TestServer.Seen request, HttpExchange exchange) throws IOException {
    var cookie = request.headers().getFirst("Cookie");
    if (request.method().equals("PUT")) {
      var id = UUID.randomUUID().toString();
      memory.put("id=" + id, request.uri().getQuery().substring("text=".length()));
      exchange.getResponseHeaders().add("Set-Cookie", "id=" + id + "; Path=/; HttpOnly");
      TestServer.reply(exchange, 204, "", "");
    } else {
      var text = cookie == null ? "" : memory.getOrDefault(cookie, "");
      TestServer.json(exchange, 200, JSON.createObjectNode().put("text", text).toString());
    }
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Override
  protected Connector connect() {
    return Connections.connect(server, DOCUMENT);
  }

  @Override
  protected Duration timeout() {
    return Duration.ofSeconds(2);
  }

  @Override
  protected Call echoing(String text) {
    return new Call("echo", JSON.createObjectNode().put("text", text));
  }

  @Override
  protected Call remembering(String text) {
    return new Call("remember", JSON.createObjectNode().put("text", text));
  }

  @Override
  protected Call recalling() {
    return new Call("recall", JSON.createObjectNode());
  }

  @Override
  protected Call waiting() {
    return new Call("wait", JSON.createObjectNode());
  }

  @Override
  protected Call illFitting() {
    return new Call("remember", JSON.createObjectNode().put("colour", "red"));
  }
}
