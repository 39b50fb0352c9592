package io.autodidact.connector.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.autodidact.connector.Connector;
import io.autodidact.connector.ConnectorException;
import io.autodidact.connector.Surroundings;
import java.net.InetAddress;
import java.time.Clock;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** Descriptions that are missing, wrong or hostile. */
class DocumentFaultsTest {
  private static final String DOCUMENT =
      Connections.paths("/x: {get: {operationId: look}, post: {operationId: change}}");

  private TestServer.Answer answer = (seen, exchange) -> TestServer.json(exchange, 200, "{}");
  private final TestServer server = new TestServer((seen, exchange) -> answer.to(seen, exchange));

  @AfterEach
  void stop() {
    server.close();
  }

  private static Connector connect(ObjectNode settings, Predicate<InetAddress> allowed) {
    return new OpenApiConnectorFactory()
        .connect(settings, new Surroundings(Connections::reveal, allowed, Clock.systemUTC()));
  }

  private ObjectNode fetched() {
    return Connections.JSON
        .createObjectNode()
        .put("documentUrl", server.url() + "/openapi.yaml")
        .put("timeoutSeconds", 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <!DOCTYPE html><html></html> | web page
          <?xml version='1.0'?><wadl/> | XML
          just a sentence              | neither JSON nor YAML
          {"openapi": "3.0.0",         | not valid JSON
          "a: [b"                      | neither JSON nor
          {"openapi": "4.0.0", "paths": {"/x": {}}} | OpenAPI 4.0.0 is not known
          {"name": "package"}          | neither openapi: 3.x nor swagger
          {"openapi": "3.0.0"}         | has no paths
          {"swagger": "2.0"}           | no paths
          """)
  void whatIsNoDocumentIsNamedAsWhatItIs(String text, String problem) {
    answer = (seen, exchange) -> TestServer.reply(exchange, 200, "text/plain", text);
    assertThatThrownBy(() -> connect(fetched(), address -> true))
        .isInstanceOf(ConnectorException.class)
        .hasMessageContaining(problem);
  }

  @Test
  void aDocumentOfFiftyMegabytesIsRefusedWithTheLimit() {
    answer =
        (seen, exchange) -> {
          exchange.sendResponseHeaders(200, 60L << 20);
          exchange.getResponseBody().write(new byte[60 << 20]);
        };
    assertThatThrownBy(() -> connect(fetched(), address -> true))
        .hasMessageContaining("more than 52428800 bytes");
    assertThatThrownBy(() -> Connections.read(" ".repeat(60 << 20)))
        .hasMessageContaining("larger than 50 MB");
  }

  @Test
  void aDocumentThatHangsIsGivenUp() {
    answer = (seen, exchange) -> TestServer.hang();
    assertThatThrownBy(() -> connect(fetched(), address -> true))
        .isInstanceOf(ConnectorException.class)
        .hasMessageContaining("did not answer within 1 seconds");
  }

  @Test
  void aMissingDocumentIsNamed() {
    answer = (seen, exchange) -> TestServer.reply(exchange, 404, "", "");
    assertThatThrownBy(() -> connect(fetched(), address -> true))
        .hasMessageContaining("answered 404 instead of the OpenAPI document");
  }

  @Test
  void yamlBombsAndDeepNestingAreRefused() {
    var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(9)));
    }
    assertThatThrownBy(() -> Connections.read(bomb.toString()))
        .isInstanceOf(ConnectorException.class);
    assertThatThrownBy(() -> Connections.read("{\"a\":".repeat(50_000)))
        .isInstanceOf(ConnectorException.class);
    assertThatThrownBy(() -> Connections.read("a: " + "[".repeat(50_000)))
        .isInstanceOf(ConnectorException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "{}"                                                      | Give either document
          "{'document': 'x', 'documentUrl': 'y'}"                   | Give either document
          "{'documentUrl': 'ftp://x/y'}"                            | must be a whole http or https address
          "{'document': 'x', 'timeoutSeconds': 0}"                  | must be between 1 and 600
          "{'document': 'x', 'timeout': 1}"                         | can not be read
          "{'document': 'x', 'auth': {'type': 'magic'}}"            | can not be read
          "{'document': 'x', 'auth': {'type': 'bearer'}}"           | lacks a field
          "{'document': 'x', 'auth': {'type': 'bearer', 'secret': 'nil'}}" | no secret named nil
          """)
  void settingsThatAreWrongSaySo(String settings, String problem) {
    assertThatThrownBy(
            () -> connect(Connections.object(settings.replace("\"", "")), address -> true))
        .isInstanceOf(ConnectorException.class)
        .hasMessageContaining(problem);
  }

  @Test
  void withoutABaseUrlTheDocumentsServerIsCalled() throws InterruptedException {
    answer =
        (seen, exchange) ->
            TestServer.reply(
                exchange,
                200,
                "application/json",
                seen.path().endsWith(".yaml")
                    ? "servers: [{url: '/{v}/api/', variables: {v: {default: v2}}}]\n" + DOCUMENT
                    : "{}");
    try (var connector = connect(fetched(), address -> true)) {
      assertThat(Connections.call(connector, "look", "{}").succeeded()).isTrue();
      assertThat(server.seen().getLast().path()).isEqualTo("/v2/api/x");
    }
    assertThatThrownBy(
            () ->
                connect(
                    Connections.JSON.createObjectNode().put("document", DOCUMENT), address -> true))
        .hasMessageContaining("give baseUrl");
  }
}
