package io.autodidact.connector.openapi;

import java.util.Map;
import java.util.Optional;

/**
 * How the body is written.
 *
 * @param mediaType its type
 * @param properties argument to property of the body, where the body is an object whose properties
 *     are arguments
 * @param whole the one argument that is the whole body, else empty
 * @param open whether arguments that the schema does not name belong to the body too
 */
record RequestBody(
    String mediaType, Map<String, String> properties, Optional<String> whole, boolean open) {
  RequestBody {
    properties = Map.copyOf(properties);
  }

  boolean json() {
    return mediaType.endsWith("json") || mediaType.endsWith("/*");
  }

  boolean form() {
    return mediaType.equals("application/x-www-form-urlencoded");
  }

  boolean multipart() {
    return mediaType.startsWith("multipart/");
  }
}
