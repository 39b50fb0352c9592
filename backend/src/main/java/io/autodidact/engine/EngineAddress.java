package io.autodidact.engine;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Where a Tinker-compatible service listens, and how long to be patient with it.
 *
 * @param root without {@code /api/v1}, for example {@code http://127.0.0.1:8020}
 * @param apiKey sent as {@code X-API-Key}
 * @param baseModel the model to start from, as the service names it
 * @param patience how long a request may wait to be accepted, which covers a restart of the engine
 * @param limit how long an accepted request may take
 */
public record EngineAddress(
    URI root, Optional<String> apiKey, String baseModel, Duration patience, Duration limit) {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration LIMIT = Duration.ofMinutes(15);

  /** With the usual patience: two minutes to be accepted, fifteen to be done. */
  public static EngineAddress of(URI root, Optional<String> apiKey, String baseModel) {
    return new EngineAddress(root, apiKey, baseModel, PATIENCE, LIMIT);
  }

  URI at(String path) {
    return URI.create(root.toString().replaceAll("/+$", "") + "/api/v1/" + path);
  }
}
