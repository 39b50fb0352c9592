package io.autodidact.connector.openapi;

import io.autodidact.connector.Catalogue;
import io.autodidact.connector.Connector;
import io.autodidact.connector.Session;

/** An HTTP API, connected. */
final class OpenApiConnector implements Connector {
  private final RouteReader.Read read;
  private final Credentials credentials;
  private final GuardedHttp http;

  OpenApiConnector(RouteReader.Read read, Credentials credentials, GuardedHttp http) {
    this.read = read;
    this.credentials = credentials;
    this.http = http;
  }

  @Override
  public Catalogue operations() {
    return read.catalogue();
  }

  @Override
  public Session open() {
    return new OpenApiSession(read.routes(), new RequestWriter(), new Sender(http, credentials));
  }

  @Override
  public void close() {
    http.close();
  }
}
