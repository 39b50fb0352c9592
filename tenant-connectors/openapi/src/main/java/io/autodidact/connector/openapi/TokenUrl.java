package io.autodidact.connector.openapi;

import java.net.URI;
import java.util.Optional;

/**
 * Finds where OAuth 2 tokens are given: the settings say it, else the document's security schemes.
 *
 * @param document empty as long as it is not read
 * @param base where the software is called; what the document leaves relative is resolved against
 *     it
 */
record TokenUrl(Optional<Document> document, URI base) {
  /** Before the document is read: only the settings can say it. */
  static TokenUrl withoutDocument() {
    return new TokenUrl(Optional.empty(), URI.create(""));
  }

  /**
   * @param flow as the document calls it: {@code clientCredentials} or {@code password}
   * @throws io.autodidact.connector.ConnectorException if neither says it
   */
  URI of(String flow, Optional<String> given) {
    return given
        .map(url -> BaseUrl.absolute("tokenUrl", url))
        .or(() -> document.flatMap(read -> declared(read, flow)))
        .orElseThrow(
            () ->
                OpenApiSettings.wrong(
                    "Neither the settings nor the document's security schemes say where tokens are"
                        + " given; give tokenUrl."));
  }

  private Optional<URI> declared(Document read, String flow) {
    var schemes = read.root().path("components").path("securitySchemes");
    return schemes.values().stream()
        .map(scheme -> read.resolve(scheme).path("flows").path(flow).path("tokenUrl").asString(""))
        .filter(url -> !url.isEmpty())
        .findFirst()
        .map(url -> BaseUrl.absolute("The document's tokenUrl", base.resolve(url).toString()));
  }
}
