package io.autodidact.environment;

import tools.jackson.databind.JsonNode;

/**
 * What people say of their software.
 *
 * @param kind the connector's kind
 * @param settings the connector's settings; credentials by the name of a secret only
 * @param lifecycle how an episode's state is made fresh
 */
public record EnvironmentData(
    String name, String kind, JsonNode settings, JsonNode lifecycle, SafetyPolicy policy) {
  public EnvironmentData {
    if (name.isBlank()) {
      throw new IllegalArgumentException("An environment needs a name.");
    }
  }

  EnvironmentData with(JsonNode otherSettings) {
    return new EnvironmentData(name, kind, otherSettings, lifecycle, policy);
  }

  EnvironmentData with(SafetyPolicy otherPolicy) {
    return new EnvironmentData(name, kind, settings, lifecycle, otherPolicy);
  }
}
