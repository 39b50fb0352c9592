package io.autodidact.environment;

import io.autodidact.api.Conflict;
import io.autodidact.tenant.StoredJson;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How calls to a tenant's software say who they come from.
 *
 * @param fields what is no secret, by the name the connector's settings give it
 * @param secrets the vault's names of the secrets, by the name the settings give them
 */
public record Access(Kind kind, Map<String, String> fields, Map<String, String> secrets) {
  /** Nobody is asked for anything. */
  public static final Access NONE = new Access(Kind.NONE, Map.of(), Map.of());

  public Access {
    fields = Map.copyOf(fields);
    secrets = Map.copyOf(secrets);
  }

  /** The ways that an OpenAPI connector knows. */
  public enum Kind {
    NONE,
    HEADER,
    QUERY,
    BEARER,
    BASIC,
    CLIENT_CREDENTIALS,
    PASSWORD;

    String written() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The same, with a secret that is kept in the vault under that name. */
  Access with(String secret, String vaultName) {
    var more = new HashMap<>(secrets);
    more.put(secret, vaultName);
    return new Access(kind, fields, more);
  }

  /** As the connector's settings write it; fields left empty are left out. */
  ObjectNode settings() {
    var json = StoredJson.MAPPER.createObjectNode().put("type", kind.written());
    fields.forEach(
        (name, value) -> {
          if (!value.isBlank()) {
            json.put(name, value.strip());
          }
        });
    secrets.forEach(json::put);
    return json;
  }

  /** Of settings as a connector reads them. */
  static Access of(JsonNode settings) {
    var kind = kind(settings.path("type").asString("none"));
    var fields = new HashMap<String, String>();
    var secrets = new HashMap<String, String>();
    settings
        .properties()
        .forEach(
            entry -> {
              if (entry.getKey().toLowerCase(Locale.ROOT).endsWith("secret")) {
                secrets.put(entry.getKey(), entry.getValue().asString());
              } else if (!entry.getKey().equals("type")) {
                fields.put(entry.getKey(), entry.getValue().asString());
              }
            });
    return new Access(kind, fields, secrets);
  }

  private static Kind kind(String written) {
    for (var kind : Kind.values()) {
      if (kind.written().equals(written)) {
        return kind;
      }
    }
    throw new Conflict(
        "This connection signs in by '" + written + "', which can only be changed by program.");
  }
}
