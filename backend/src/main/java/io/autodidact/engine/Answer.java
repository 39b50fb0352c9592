package io.autodidact.engine;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Parser;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the service answered, JSON or protobuf.
 *
 * @param unclearBefore true if an earlier sending of the same request ended without an answer, so
 *     that the service may have had it already
 */
record Answer(int status, boolean protobuf, byte[] body, boolean unclearBefore) {
  static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int SHOWN = 500;

  /** As SkyRL says it. */
  private static final Pattern NOT_LOADED = Pattern.compile("(?i)\\bmodel \\S+ (is )?not loaded");

  private static final Pattern NO_CHECKPOINT = Pattern.compile("(?i)\\bcheckpoint not found");

  boolean ok() {
    return status / 100 == 2;
  }

  /**
   * The service does not know what the request names: it forgot it in a restart, or never had it.
   */
  boolean unknown() {
    return status == 404 || status == 410 || (status == 400 && NOT_LOADED.matcher(reason()).find());
  }

  /** The service knows the model, but has no checkpoint of the name it was given. */
  boolean noCheckpoint() {
    return status == 404 && NO_CHECKPOINT.matcher(reason()).find();
  }

  /** The service understood the request and says that what it names can not be used. */
  boolean refused() {
    if (protobuf || !(status == 400 || ok())) {
      return false;
    }
    JsonNode answer = json();
    return answer.has("error") && !answer.path("category").asString("").equals("server")
        || status == 400 && answer.has("detail");
  }

  JsonNode json() {
    try {
      return MAPPER.readTree(body);
    } catch (JacksonException e) {
      throw new EngineException(
          false, "The engine answered something that is not JSON: " + text(), e);
    }
  }

  <T> T message(Parser<T> parser) {
    try {
      return parser.parseFrom(body);
    } catch (InvalidProtocolBufferException e) {
      throw new EngineException(false, "The engine's protobuf answer can not be read", e);
    }
  }

  /** The text the service gave with a failure. */
  String reason() {
    try {
      JsonNode tree = MAPPER.readTree(body);
      for (String field : new String[] {"detail", "error", "message"}) {
        JsonNode value = tree.path(field);
        if (!value.isMissingNode()) {
          return value.isString() ? value.asString() : value.toString();
        }
      }
    } catch (JacksonException e) {
      return text();
    }
    return text();
  }

  private String text() {
    String text = new String(body, StandardCharsets.UTF_8);
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
