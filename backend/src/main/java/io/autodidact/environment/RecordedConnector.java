package io.autodidact.environment;

import io.autodidact.connector.Call;
import io.autodidact.connector.Catalogue;
import io.autodidact.connector.Connector;
import io.autodidact.connector.Outcome;
import io.autodidact.connector.Session;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A connector that remembers every call made through it. */
public final class RecordedConnector implements Connector {
  private final Connector connector;
  private final List<Made> calls = new CopyOnWriteArrayList<>();

  RecordedConnector(Connector connector) {
    this.connector = connector;
  }

  /** A call and what came of it. */
  public record Made(Call call, Outcome outcome) {}

  List<Made> calls() {
    return List.copyOf(calls);
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
        var outcome = session.act(call);
        calls.add(new Made(call, outcome));
        return outcome;
      }

      @Override
      public void close() {
        session.close();
      }
    };
  }

  @Override
  public void close() {
    connector.close();
  }
}
