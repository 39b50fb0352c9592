package io.autodidact.connector.openapi;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Says where an operation is served: by its own servers, else its path's, else all operations'.
 *
 * <p>Where the settings say where the software is, an operation may have another path there, but no
 * other host: who points a connection at a test system does not want some of its calls, and its
 * credentials, to go to the real one.
 */
final class Servers {
  private final OpenApiSettings settings;
  private final URI base;
  private final Optional<URI> declared;

  /**
   * @param base of operations without servers of their own
   */
  Servers(OpenApiSettings settings, Document document, URI base) {
    this.settings = settings;
    this.base = base;
    this.declared = first(document.root()).flatMap(Servers::parsed).filter(URI::isAbsolute);
  }

  /**
   * @throws Document.Wrong if the operation is served where this connection does not go
   */
  URI of(JsonNode path, JsonNode operation) {
    var own = first(operation).or(() -> first(path));
    return own.isEmpty() ? base : BaseUrl.withoutSlash(address(own.get()));
  }

  private static Optional<String> first(JsonNode place) {
    var server = place.path("servers").path(0);
    return server.isObject() ? Optional.of(BaseUrl.filled(server)) : Optional.empty();
  }

  private URI address(String url) {
    var own =
        parsed(url)
            .orElseThrow(
                () -> new Document.Wrong("Its server, " + url + ", is no address; mend it."));
    if (settings.baseUrl().isPresent()) {
      return onTheHostOfTheSettings(own);
    }
    var whole = settings.documentUrl().map(URI::create).orElse(base).resolve(own);
    if (!("http".equals(whole.getScheme()) || "https".equals(whole.getScheme()))) {
      throw new Document.Wrong("Its server, " + url + ", is no http or https address; mend it.");
    }
    return whole;
  }

  private static Optional<URI> parsed(String url) {
    try {
      return Optional.of(new URI(url));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private URI onTheHostOfTheSettings(URI own) {
    boolean elsewhere =
        own.isAbsolute()
            && !sameOrigin(own, base)
            && declared.filter(all -> sameOrigin(own, all)).isEmpty();
    if (elsewhere) {
      throw new Document.Wrong(
          "It is served by "
              + own.getHost()
              + ", but the settings say "
              + base.getHost()
              + ". Leave baseUrl out, or register that part as software of its own.");
    }
    return base.resolve(own.getRawPath().isEmpty() ? "/" : own.getRawPath());
  }

  private static boolean sameOrigin(URI one, URI other) {
    return Objects.equals(one.getScheme(), other.getScheme())
        && Objects.equals(one.getHost(), other.getHost())
        && one.getPort() == other.getPort();
  }
}
