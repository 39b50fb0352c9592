package io.autodidact.connector.openapi;

import io.autodidact.connector.Catalogue;
import io.autodidact.connector.Connector;
import io.autodidact.connector.Session;
import java.net.URI;

/** An HTTP API, connected. */
final class OpenApiConnector implements Connector {
  private final RouteReader.Read read;
  private final URI base;
  private final Credentials credentials;
  private final GuardedHttp http;

  OpenApiConnector(RouteReader.Read read, URI base, Credentials credentials, GuardedHttp http) {
    this.read = read;
    this.base = base;
    this.credentials = credentials;
    this.http = http;
  }

  @Override
  public Catalogue operations() {
    return read.catalogue();
  }

  @Override
  public Session open() {
    return new OpenApiSession(
        read.routes(), new RequestWriter(base), new Sender(http, credentials));
  }

  @Override
  public void close() {
    http.close();
  }
}
