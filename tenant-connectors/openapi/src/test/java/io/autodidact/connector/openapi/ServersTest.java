package io.autodidact.connector.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.autodidact.connector.Connector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Operations and paths may have servers of their own. */
class ServersTest {
  private final TestServer server =
      new TestServer((seen, exchange) -> TestServer.json(exchange, 200, "{}"));

  @AfterEach
  void stop() {
    server.close();
  }

  private String document() {
    return """
    openapi: 3.0.3
    info: {title: t, version: '1'}
    servers: [{url: 'HERE/v1'}]
    paths:
      /items: {get: {operationId: items}}
      /files:
        servers: [{url: 'HERE/files'}]
        get: {operationId: files}
        post: {operationId: upload, servers: [{url: '/{area}', variables: {area: {default: up}}}]}
      /far: {get: {operationId: far, servers: [{url: 'https://far.example'}]}}
    """
        .replace("HERE", server.url());
  }

  private static Connector connect(ObjectNode settings) {
    return new OpenApiConnectorFactory().connect(settings, Connections.surroundings());
  }

  private String called(Connector connector, String operation) throws InterruptedException {
    assertThat(Connections.call(connector, operation, "{}").succeeded()).isTrue();
    return server.seen().getLast().path();
  }

  @Test
  void anOperationsServerComesBeforeItsPathsAndThatBeforeTheDocuments()
      throws InterruptedException {
    var settings = Connections.JSON.createObjectNode().put("document", document());
    try (var connector = connect(settings)) {
      assertThat(called(connector, "items")).isEqualTo("/v1/items");
      assertThat(called(connector, "files")).isEqualTo("/files/files");
      assertThat(called(connector, "upload")).isEqualTo("/up/files");
      assertThat(connector.operations().find("far")).isPresent();
    }
  }

  @Test
  void whereTheSettingsSayWhereTheSoftwareIsOtherPathsCountButNoOtherHosts()
      throws InterruptedException {
    try (var test = new TestServer((seen, exchange) -> TestServer.json(exchange, 200, "{}"))) {
      var settings = Connections.settings(test, document()).put("baseUrl", test.url() + "/test");
      try (var connector = connect(settings)) {
        Connections.call(connector, "items", "{}");
        Connections.call(connector, "files", "{}");

        assertThat(test.seen())
            .extracting(TestServer.Seen::path)
            .containsExactly("/test/items", "/files/files");
        assertThat(server.seen()).isEmpty();
        assertThat(connector.operations().find("far")).isEmpty();
        assertThat(connector.operations().defects().toString())
            .contains("It is served by far.example, but the settings say 127.0.0.1");
      }
    }
  }
}
