package io.autodidact.exploration;

import tools.jackson.databind.JsonNode;

/** Something wrong with the software or its description, with the call that shows it. */
public record Finding(Kind kind, String operation, String message, JsonNode evidence) {
  /** What sort of fault it is. */
  public enum Kind {
    SERVER_ERROR,
    UNDOCUMENTED_RESULT,
    UNDOCUMENTED_STATUS,
    WRONG_REQUIREMENT,
    UNSTABLE
  }
}
