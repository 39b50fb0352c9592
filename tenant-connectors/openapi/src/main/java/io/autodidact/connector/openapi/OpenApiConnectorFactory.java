package io.autodidact.connector.openapi;

import io.autodidact.connector.Connector;
import io.autodidact.connector.ConnectorException;
import io.autodidact.connector.ConnectorFactory;
import io.autodidact.connector.Surroundings;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Connects to HTTP APIs that an OpenAPI document describes (2.0, 3.0 or 3.1; JSON or YAML). The
 * settings:
 *
 * <pre>{@code
 * {
 *   "documentUrl": "https://shop.example.com/openapi.json",
 *   "baseUrl": "https://shop.example.com/api",
 *   "auth": { "type": "client_credentials", "tokenUrl": "https://id.example.com/token",
 *             "clientId": "autodidact", "secret": "shop-client-secret", "scope": "orders" },
 *   "timeoutSeconds": 30,
 *   "maxResponseBytes": 4194304,
 *   "followRedirects": 5
 * }
 * }</pre>
 *
 * <ul>
 *   <li>{@code document} (the text itself) or {@code documentUrl}: one of them. Up to 50 MB.
 *   <li>{@code baseUrl}: where to call; without it the document's first server, or that of an
 *       operation which has servers of its own.
 *   <li>{@code auth}: {@code none}; {@code header}, {@code query} or {@code cookie} with {@code
 *       name} and {@code secret}; {@code bearer} with {@code secret}; {@code basic} with {@code
 *       user} and {@code secret}; {@code client_credentials} as above; {@code password} with {@code
 *       tokenUrl}, {@code clientId}, {@code user}, {@code secret} and, where the client has one,
 *       {@code clientSecret}. Without {@code tokenUrl} the document's security schemes say it.
 *       Secrets are named, never written here.
 *   <li>{@code timeoutSeconds} for a call with all its retries and redirects (30), {@code
 *       maxResponseBytes} (4 MB), {@code followRedirects}: how many at most (5; 0 for none).
 * </ul>
 */
public final class OpenApiConnectorFactory implements ConnectorFactory {
  @Override
  public String kind() {
    return "openapi";
  }

  /**
   * @throws ConnectorException if the settings are wrong, or the document can not be had or read
   */
  @Override
  public Connector connect(JsonNode json, Surroundings surroundings) {
    var settings = OpenApiSettings.of(json);
    var http = new GuardedHttp(surroundings.allowedAddresses(), settings.limits());
    try {
      return connect(settings, surroundings, http);
    } catch (RuntimeException e) {
      http.close();
      throw e;
    }
  }

  private static Connector connect(
      OpenApiSettings settings, Surroundings surroundings, GuardedHttp http) {
    var document = DocumentReader.read(text(settings, surroundings, http));
    var base = BaseUrl.of(settings, document);
    var tokens = new TokenUrl(Optional.of(document), base);
    var credentials = Credentials.of(settings.auth(), tokens, surroundings, http);
    var servers = new Servers(settings, document, base);
    var read = RouteReader.read(document, settings.auth().parameter(), servers);
    return new OpenApiConnector(read, credentials, http);
  }

  private static String text(
      OpenApiSettings settings, Surroundings surroundings, GuardedHttp http) {
    var auth = settings.auth().needsTokenUrl() ? new Auth.None() : settings.auth();
    var credentials = Credentials.of(auth, TokenUrl.withoutDocument(), surroundings, http);
    return new DocumentSource(http, credentials).text(settings);
  }
}
