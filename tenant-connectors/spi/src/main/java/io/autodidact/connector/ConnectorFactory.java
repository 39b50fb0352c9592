package io.autodidact.connector;

import tools.jackson.databind.JsonNode;

/** Makes connectors of one kind; each connector module exports one. */
public interface ConnectorFactory {
  /** The kind's name as settings and tables say it, for example {@code openapi}. */
  String kind();

  /**
   * Reads the settings and, where they say so, the software's description.
   *
   * @throws ConnectorException if the software can not be used with these settings
   */
  Connector connect(JsonNode settings, Surroundings surroundings);
}
