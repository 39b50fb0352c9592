package io.autodidact.connector.lifecycle;

import io.autodidact.connector.Call;
import io.autodidact.connector.Episode;
import io.autodidact.connector.Outcome;
import io.autodidact.connector.Session;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** An open episode: acts inside its confinement, tears down once. */
final class ScriptedEpisode implements Episode {
  private final Session session;
  private final Confinement confinement;
  private final Map<String, JsonNode> variables;
  private final Runnable tearDown;
  private final AtomicBoolean closed = new AtomicBoolean();

  ScriptedEpisode(
      Session session,
      Confinement confinement,
      Map<String, JsonNode> variables,
      Runnable tearDown) {
    this.session = session;
    this.confinement = confinement;
    this.variables = variables;
    this.tearDown = tearDown;
  }

  @Override
  public Map<String, JsonNode> variables() {
    return variables;
  }

  @Override
  public Outcome act(Call call) throws InterruptedException {
    var complete = confinement.complete(call, variables);
    return complete.isPresent() ? session.act(complete.get()) : unknown(call.operation());
  }

  private Outcome unknown(String operation) {
    var similar = confinement.similar(operation);
    var message =
        "There is no operation "
            + operation
            + "."
            + (similar.isEmpty() ? "" : " Similar ones: " + String.join(", ", similar) + ".");
    return new Outcome.Refused(0, message, JsonNodeFactory.instance.objectNode());
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      tearDown.run();
      session.close();
    }
  }
}
