package io.autodidact.environment;

import io.autodidact.connector.ConnectorException;
import io.autodidact.connector.ConnectorException.Fault;
import io.autodidact.tenant.StoredJson;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A draft as the settings of an OpenAPI connector, and back. */
final class WrittenSettings {
  private WrittenSettings() {}

  /**
   * What would be registered.
   *
   * @throws ConnectorException if something is missing
   */
  static EnvironmentData environment(DraftData data, Optional<String> document) {
    if (document.isEmpty() && data.documentUrl().isBlank()) {
      throw new ConnectorException(
          Fault.SETTINGS, "There is no description yet; paste it, upload it or give its address.");
    }
    var settings = StoredJson.MAPPER.createObjectNode();
    document.ifPresentOrElse(
        text -> settings.put("document", text),
        () -> settings.put("documentUrl", data.documentUrl().strip()));
    if (!data.baseUrl().isBlank()) {
      settings.put("baseUrl", data.baseUrl().strip());
    }
    settings.set("auth", data.access().settings());
    var name = data.name().isBlank() ? "Unnamed" : data.name().strip();
    return new EnvironmentData(name, "openapi", settings, data.lifecycle(), data.policy());
  }

  /** A registered environment as a draft begins with it. */
  static DraftData data(EnvironmentData data) {
    var settings = data.settings();
    return new DraftData(
        data.name(),
        "",
        settings.path("documentUrl").asString(""),
        settings.path("baseUrl").asString(""),
        Access.of(settings.path("auth")),
        data.policy(),
        data.lifecycle().isEmpty() ? LifecycleRecipe.AS_IS : LifecycleRecipe.OWN,
        data.lifecycle());
  }

  static Optional<String> document(JsonNode settings) {
    return settings instanceof ObjectNode fields
        ? Optional.ofNullable(fields.get("document")).map(JsonNode::asString)
        : Optional.empty();
  }
}
