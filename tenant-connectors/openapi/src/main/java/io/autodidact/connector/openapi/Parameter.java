package io.autodidact.connector.openapi;

import tools.jackson.databind.JsonNode;

/**
 * A path, query, header or cookie parameter and how its value is written.
 *
 * @param property its name among the arguments
 * @param name its name in the request
 */
record Parameter(String property, String name, In in, Style style, JsonNode schema) {
  /** Where it travels. */
  enum In {
    PATH,
    QUERY,
    HEADER,
    COOKIE;

    /** As schemas say it: cookies travel in a header. */
    String said() {
      return this == COOKIE ? "header" : name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * How lists and objects are written.
   *
   * @param name form, simple, spaceDelimited, pipeDelimited, deepObject, label, matrix or json
   * @param explode whether each element is written apart
   * @param reserved whether reserved characters stay as they are
   */
  record Style(String name, boolean explode, boolean reserved) {}
}
