package io.autodidact.sample.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.autodidact.sample.inventory.Contract.Operation;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Calls operations by name and holds every answer against the document. */
final class ContractClient {

  /** A checked answer. */
  record Answer(int status, JsonNode body) {

    int id() {
      return body.path("id").asInt();
    }

    /** The names of the fields that a problem complains about. */
    Set<String> fields() {
      return body.path("errors")
          .valueStream()
          .map(error -> error.path("field").asString())
          .collect(Collectors.toSet());
    }
  }

  private final HttpClient http = HttpClient.newHttpClient();
  private final Contract contract = new Contract();
  private final Set<String> succeeded = new HashSet<>();
  private final URI address;
  private Optional<String> workspace = Optional.empty();

  ContractClient(URI address) {
    this.address = address;
  }

  /** Fails unless this answer complains about exactly these fields. */
  static void assertRefused(Answer answer, int status, String... fields) {
    String said = answer.body().toString();
    assertThat(answer.fields()).as(said).containsExactlyInAnyOrder(fields);
    assertThat(answer.status()).as(said).isEqualTo(status);
  }

  /** Makes a workspace and works in it from now on. */
  ContractClient inNewWorkspace() {
    workspace = Optional.of(call("create_workspace").body().path("id").asString());
    return this;
  }

  void in(Optional<String> other) {
    workspace = other;
  }

  String workspace() {
    return workspace.orElseThrow();
  }

  Contract contract() {
    return contract;
  }

  Set<String> succeeded() {
    return succeeded;
  }

  /**
   * Calls an operation with names and values in turns; each goes where the document says it
   * belongs.
   */
  Answer call(String operationId, Object... arguments) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (int index = 0; index < arguments.length; index += 2) {
      values.put((String) arguments[index], arguments[index + 1]);
    }
    return call(operationId, values);
  }

  Answer call(String operationId, Map<String, Object> arguments) {
    Operation operation = contract.operation(operationId);
    Map<String, Object> rest = new LinkedHashMap<>(arguments);
    String path = operation.template();
    for (String name : operation.parameters(contract, "path")) {
      path = path.replace("{" + name + "}", encoded(taken(rest, name)));
    }
    String query =
        operation.parameters(contract, "query").stream()
            .filter(rest::containsKey)
            .map(name -> name + "=" + encoded(taken(rest, name)))
            .collect(Collectors.joining("&"));
    JsonNode content = operation.node().at("/requestBody/content/application~1json");
    Optional<JsonNode> body = content.isMissingNode() ? Optional.empty() : Optional.of(json(rest));
    HttpResponse<String> response = send(operation.method(), path + "?" + query, body);
    body.filter(sent -> response.statusCode() < 300)
        .ifPresent(
            sent ->
                assertThat(contract.errors(content, sent))
                    .as(operationId + " took " + sent)
                    .isEmpty());
    return checked(operation, response);
  }

  private Answer checked(Operation operation, HttpResponse<String> response) {
    JsonNode content = contract.response(operation, response.statusCode()).path("content");
    if (response.statusCode() < 300) {
      succeeded.add(operation.id());
    }
    if (content.isMissingNode()) {
      assertThat(response.body()).isEmpty();
      return new Answer(response.statusCode(), MissingNode.getInstance());
    }
    String mediaType = response.headers().firstValue("Content-Type").orElseThrow();
    assertThat(content.has(mediaType)).as(operation.id() + " answers " + mediaType).isTrue();
    JsonNode value = JsonMapper.shared().readTree(response.body());
    assertThat(contract.errors(content.path(mediaType), value))
        .as(operation.id() + ": " + value)
        .isEmpty();
    return new Answer(response.statusCode(), value);
  }

  private HttpResponse<String> send(String method, String path, Optional<JsonNode> body) {
    var publisher =
        body.map(node -> HttpRequest.BodyPublishers.ofString(node.toString()))
            .orElse(HttpRequest.BodyPublishers.noBody());
    var request = HttpRequest.newBuilder(address.resolve(path)).method(method, publisher);
    workspace.ifPresent(id -> request.header("X-Workspace", id));
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException broken) {
      throw new AssertionError(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  private static JsonNode json(Map<String, Object> values) {
    return JsonMapper.shared().valueToTree(values);
  }

  private static String encoded(Object value) {
    return URLEncoder.encode(value.toString(), StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static Object taken(Map<String, Object> values, String name) {
    return Optional.ofNullable(values.remove(name)).orElseThrow();
  }
}
