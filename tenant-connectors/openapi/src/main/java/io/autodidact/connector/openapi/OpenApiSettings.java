package io.autodidact.connector.openapi;

import io.autodidact.connector.ConnectorException;
import io.autodidact.connector.ConnectorException.Fault;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The settings {@link OpenApiConnectorFactory} documents. */
record OpenApiSettings(
    Optional<String> document,
    Optional<String> documentUrl,
    Optional<String> baseUrl,
    Auth auth,
    Limits limits) {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /**
   * What a call may cost.
   *
   * @param timeout of a call with its retries and redirects
   * @param responseBytes at most
   * @param redirects at most
   */
  record Limits(Duration timeout, long responseBytes, int redirects) {}

  /** The JSON form. */
  private record Written(
      Optional<String> document,
      Optional<String> documentUrl,
      Optional<String> baseUrl,
      Optional<Auth> auth,
      Optional<Integer> timeoutSeconds,
      Optional<Long> maxResponseBytes,
      Optional<Integer> followRedirects) {}

  static OpenApiSettings of(JsonNode json) {
    Written written;
    try {
      written = MAPPER.treeToValue(json, Written.class);
    } catch (JacksonException e) {
      throw wrong("The settings of the connection can not be read: " + e.getOriginalMessage());
    }
    if (written.document().isPresent() == written.documentUrl().isPresent()) {
      throw wrong("Give either document, the OpenAPI text itself, or documentUrl, its address.");
    }
    return new OpenApiSettings(
        written.document(),
        written.documentUrl(),
        written.baseUrl(),
        written.auth().orElseGet(Auth.None::new),
        new Limits(
            Duration.ofSeconds(
                within("timeoutSeconds", 1, written.timeoutSeconds().orElse(30), 600)),
            within("maxResponseBytes", 1, written.maxResponseBytes().orElse(4L << 20), 1L << 28),
            (int) within("followRedirects", 0, written.followRedirects().orElse(5), 20)));
  }

  private static long within(String name, long least, long value, long most) {
    if (value < least || value > most) {
      throw wrong(name + " must be between " + least + " and " + most + ", not " + value + ".");
    }
    return value;
  }

  static ConnectorException wrong(String problem) {
    return new ConnectorException(Fault.SETTINGS, problem);
  }
}
