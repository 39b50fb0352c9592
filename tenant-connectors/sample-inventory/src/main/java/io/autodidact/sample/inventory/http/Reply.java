package io.autodidact.sample.inventory.http;

import java.util.Map;
import java.util.Optional;

/** What a request is answered with. */
public record Reply(int status, Optional<Object> body, Map<String, String> headers) {

  public Reply {
    headers = Map.copyOf(headers);
  }

  public static Reply ok(Object body) {
    return new Reply(200, Optional.of(body), Map.of());
  }

  /**
   * @param location the path of what was made
   */
  public static Reply created(String location, Object body) {
    return new Reply(201, Optional.of(body), Map.of("Location", location));
  }

  public static Reply noContent() {
    return new Reply(204, Optional.empty(), Map.of());
  }
}
