package io.autodidact.connector.openapi;

import io.autodidact.connector.Call;
import io.autodidact.connector.Connector;
import io.autodidact.connector.ConnectorException;
import io.autodidact.connector.ConnectorException.Fault;
import io.autodidact.connector.Outcome;
import io.autodidact.connector.Surroundings;
import java.time.Clock;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Short ways for tests to connect and to call. */
final class Connections {
  static final JsonMapper JSON = JsonMapper.builder().build();
  static final Map<String, String> SECRETS = Map.of("key", "s3cret", "password", "pa55");

  private Connections() {}

  static Surroundings surroundings() {
    return surroundings(Clock.systemUTC());
  }

  static Surroundings surroundings(Clock clock) {
    return new Surroundings(Connections::reveal, address -> true, clock);
  }

  static String reveal(String name) {
    var secret = SECRETS.get(name);
    if (secret == null) {
      throw new ConnectorException(Fault.SETTINGS, "There is no secret named " + name + ".");
    }
    return secret;
  }

  static ObjectNode settings(TestServer server, String document) {
    return JSON.createObjectNode()
        .put("document", document)
        .put("baseUrl", server.url())
        .put("timeoutSeconds", 2);
  }

  static Connector connect(TestServer server, String document) {
    return new OpenApiConnectorFactory().connect(settings(server, document), surroundings());
  }

  /** A connector to software that is never called. */
  static Connector read(String document) {
    return new OpenApiConnectorFactory()
        .connect(
            JSON.createObjectNode().put("document", document).put("baseUrl", "http://127.0.0.1:9"),
            surroundings());
  }

  /** OpenAPI 3.0 around the YAML (indented by two) of some paths. */
  static String paths(String yaml) {
    return "openapi: 3.0.3\ninfo: {title: t, version: '1'}\npaths:\n" + yaml.indent(2);
  }

  static ObjectNode object(String json) {
    return (ObjectNode) JSON.readTree(json.replace('\'', '"'));
  }

  static Outcome call(Connector connector, String operation, String arguments)
      throws InterruptedException {
    try (var session = connector.open()) {
      return session.act(new Call(operation, object(arguments)));
    }
  }
}
