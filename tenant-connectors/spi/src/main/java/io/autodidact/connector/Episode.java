package io.autodidact.connector;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** One isolated use of the software: opened in a fresh state, acted on, closed. */
public interface Episode extends Session {
  /** What set-up bound, by variable: ids and names of the entities it made. */
  Map<String, JsonNode> variables();
}
