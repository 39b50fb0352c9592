package io.autodidact.connector.openapi;

import io.autodidact.connector.ConnectorException;
import io.autodidact.connector.ConnectorException.Fault;
import java.net.CookieManager;
import java.net.URI;
import java.util.Objects;

/** Gets the text of the OpenAPI document. */
final class DocumentSource {
  private final GuardedHttp http;
  private final Credentials credentials;

  DocumentSource(GuardedHttp http, Credentials credentials) {
    this.http = http;
    this.credentials = credentials;
  }

  /**
   * @throws ConnectorException if the document can not be had
   */
  String text(OpenApiSettings settings) {
    if (settings.document().isPresent()) {
      return settings.document().get();
    }
    var url = BaseUrl.absolute("documentUrl", settings.documentUrl().orElseThrow());
    boolean known = settings.baseUrl().map(base -> sameHost(url, URI.create(base))).orElse(true);
    try {
      var answer = fetch(url, known);
      if (answer.status() != 200) {
        throw new ConnectorException(
            Fault.SOFTWARE,
            url.getHost()
                + " answered "
                + answer.status()
                + " instead of the OpenAPI document; check documentUrl and the credentials.");
      }
      return answer.text();
    } catch (NoAnswer e) {
      throw new ConnectorException(
          e.reason() == NoAnswer.Reason.TOO_LARGE ? Fault.DESCRIPTION : Fault.NETWORK,
          "The OpenAPI document can not be fetched: " + e.getMessage(),
          e);
    } catch (CredentialsRefused e) {
      throw new ConnectorException(Fault.SETTINGS, String.valueOf(e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ConnectorException(Fault.NETWORK, "Fetching the OpenAPI document was stopped.", e);
    }
  }

  /** Credentials go along only where they are asked for, and only to the software's own host. */
  private HttpAnswer fetch(URI url, boolean known)
      throws NoAnswer, CredentialsRefused, InterruptedException {
    var deadline = Deadline.in(http.limits().timeout());
    var call = HttpCall.get(url).with("Accept", "application/json, application/yaml, */*;q=0.5");
    var answer = http.send(call, new CookieManager(), deadline, DocumentReader.MAX_BYTES);
    if (known && (answer.status() == 401 || answer.status() == 403)) {
      var signed = credentials.sign(call, deadline);
      return http.send(signed, new CookieManager(), deadline, DocumentReader.MAX_BYTES);
    }
    return answer;
  }

  private static boolean sameHost(URI one, URI other) {
    return Objects.equals(one.getHost(), other.getHost());
  }
}
