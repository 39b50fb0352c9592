package io.autodidact.environment;

import io.autodidact.connector.Call;
import io.autodidact.connector.Catalogue;
import io.autodidact.connector.Connector;
import io.autodidact.connector.Outcome;
import io.autodidact.connector.Session;

/** A connector whose answers hold none of the secrets it was given. */
final class DiscreetConnector implements Connector {
  private final Connector connector;
  private final RevealedSecrets secrets;

  DiscreetConnector(Connector connector, RevealedSecrets secrets) {
    this.connector = connector;
    this.secrets = secrets;
  }

  @Override
  public Catalogue operations() {
    return connector.operations();
  }

  @Override
  public Session open() {
    var session = connector.open();
    return new Session() {
      @Override
      public Outcome act(Call call) throws InterruptedException {
        return clean(session.act(call));
      }

      @Override
      public void close() {
        session.close();
      }
    };
  }

  private Outcome clean(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Succeeded(var code, var body) ->
          new Outcome.Succeeded(code, secrets.clean(body));
      case Outcome.Refused(var code, var message, var body) ->
          new Outcome.Refused(code, secrets.clean(message), secrets.clean(body));
      case Outcome.Broken(var code, var message) ->
          new Outcome.Broken(code, secrets.clean(message));
      case Outcome.Unreachable(var message) -> new Outcome.Unreachable(secrets.clean(message));
    };
  }

  @Override
  public void close() {
    connector.close();
  }
}
