package io.autodidact.connector.openapi;

import io.autodidact.connector.Outcome;
import java.net.URI;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;

/** Says what an HTTP answer means for the call. */
final class Answers {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Answers() {}

  static Outcome outcome(HttpAnswer answer) {
    int status = answer.status();
    if (status >= 200 && status < 300) {
      return succeeded(answer);
    }
    var body = leniently(answer);
    if (status >= 300 && status < 400) {
      return new Outcome.Broken(
          status,
          "The software sends the call elsewhere ("
              + answer.headers().firstValue("Location").map(Answers::withoutQuery).orElse("?")
              + "). Check the base URL.");
    }
    var message = Problem.message(answer, body);
    boolean refused = status >= 400 && status < 500 && status != 408 && status != 429;
    return refused
        ? new Outcome.Refused(status, message, body)
        : new Outcome.Broken(status, message);
  }

  private static Outcome succeeded(HttpAnswer answer) {
    var type = answer.mediaType();
    if (answer.body().length == 0) {
      return new Outcome.Succeeded(answer.status(), location(answer));
    }
    if (type.endsWith("json") || type.isEmpty()) {
      try {
        var json = MAPPER.readTree(answer.body());
        return new Outcome.Succeeded(
            answer.status(), json.isMissingNode() ? location(answer) : json);
      } catch (JacksonException e) {
        return new Outcome.Broken(
            answer.status(), "The answer should be JSON, but is not: " + e.getOriginalMessage());
      }
    }
    if (type.equals("text/html")) {
      return new Outcome.Broken(
          answer.status(),
          "The software answered with a web page. Check the base URL, or whether it wants a login.");
    }
    return new Outcome.Succeeded(answer.status(), other(answer, type));
  }

  private static JsonNode other(HttpAnswer answer, String type) {
    boolean text = type.startsWith("text/") || type.endsWith("xml") || type.endsWith("yaml");
    return text
        ? StringNode.valueOf(answer.text())
        : JsonNodeFactory.instance
            .objectNode()
            .put("contentType", type)
            .put("bytes", answer.body().length);
  }

  /** Where nothing but a location came back, the id is its last part. */
  private static JsonNode location(HttpAnswer answer) {
    var body = JsonNodeFactory.instance.objectNode();
    answer
        .headers()
        .firstValue("Location")
        .ifPresent(
            location -> {
              var path = withoutQuery(location).replaceAll("/+$", "");
              var id = path.substring(path.lastIndexOf('/') + 1);
              body.put("id", decoded(id)).put("location", location);
            });
    return body;
  }

  private static String decoded(String id) {
    try {
      var path = URI.create("/" + id).getPath();
      return path == null ? id : path.substring(1);
    } catch (IllegalArgumentException e) {
      return id;
    }
  }

  private static String withoutQuery(String location) {
    return location.replaceAll("[?#].*$", "");
  }

  private static JsonNode leniently(HttpAnswer answer) {
    try {
      return answer.mediaType().endsWith("json")
          ? MAPPER.readTree(answer.body())
          : JsonNodeFactory.instance.objectNode();
    } catch (JacksonException e) {
      return JsonNodeFactory.instance.objectNode();
    }
  }
}
