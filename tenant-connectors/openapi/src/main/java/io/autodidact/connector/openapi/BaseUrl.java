package io.autodidact.connector.openapi;

import java.net.URI;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Finds where the software is called. */
final class BaseUrl {
  private BaseUrl() {}

  /** The settings' base URL, else the document's first server; without a slash at its end. */
  static URI of(OpenApiSettings settings, Document document) {
    var base =
        settings
            .baseUrl()
            .map(url -> absolute("baseUrl", url))
            .or(() -> server(settings, document))
            .orElseThrow(
                () ->
                    OpenApiSettings.wrong(
                        "The document does not say where the software is; give baseUrl."));
    return withoutSlash(base);
  }

  static URI withoutSlash(URI uri) {
    return URI.create(uri.toString().replaceAll("/+$", ""));
  }

  private static Optional<URI> server(OpenApiSettings settings, Document document) {
    var server = document.root().path("servers").path(0);
    var url = filled(server);
    try {
      var uri = URI.create(url);
      if (uri.isAbsolute()) {
        return Optional.of(absolute("The document's first server", url));
      }
      return settings.documentUrl().map(from -> URI.create(from).resolve(uri));
    } catch (IllegalArgumentException e) {
      throw OpenApiSettings.wrong(
          "The document's first server, " + url + ", is no address; give baseUrl.");
    }
  }

  /** A server's address with the defaults of its variables. */
  static String filled(JsonNode server) {
    var filled = server.path("url").asString("/");
    for (var variable : server.path("variables").properties()) {
      var value = variable.getValue().path("default").asString("");
      filled = filled.replace("{" + variable.getKey() + "}", value);
    }
    return filled;
  }

  static URI absolute(String name, String url) {
    try {
      var uri = URI.create(url.strip());
      if (("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
          && uri.getHost() != null) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      throw OpenApiSettings.wrong(name + " is not an address: " + e.getMessage());
    }
    throw OpenApiSettings.wrong(name + " must be a whole http or https address, not " + url + ".");
  }
}
