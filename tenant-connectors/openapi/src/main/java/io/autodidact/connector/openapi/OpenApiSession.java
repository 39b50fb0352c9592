package io.autodidact.connector.openapi;

import io.autodidact.connector.Call;
import io.autodidact.connector.Outcome;
import io.autodidact.connector.Session;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;

/** One use of the API, with cookies of its own. */
final class OpenApiSession implements Session {
  private final Map<String, Route> routes;
  private final RequestWriter requests;
  private final Sender sender;
  private volatile boolean closed;

  OpenApiSession(Map<String, Route> routes, RequestWriter requests, Sender sender) {
    this.routes = routes;
    this.requests = requests;
    this.sender = sender;
  }

  @Override
  public Outcome act(Call call) throws InterruptedException {
    if (closed) {
      return new Outcome.Unreachable("This session is closed; open another.");
    }
    var route = routes.get(call.operation());
    if (route == null) {
      return notSent("There is no operation " + call.operation() + ".");
    }
    try {
      return Answers.outcome(sender.send(requests.write(route, call.arguments())));
    } catch (RequestWriter.BadArguments e) {
      return notSent(String.valueOf(e.getMessage()));
    } catch (CredentialsRefused e) {
      return new Outcome.Refused(
          e.status(), String.valueOf(e.getMessage()), JsonNodeFactory.instance.objectNode());
    } catch (NoAnswer e) {
      var message = String.valueOf(e.getMessage());
      return e.reason() == NoAnswer.Reason.TOO_LARGE
          ? new Outcome.Broken(200, message)
          : new Outcome.Unreachable(message);
    }
  }

  private static Outcome notSent(String message) {
    return new Outcome.Refused(0, message, JsonNodeFactory.instance.objectNode());
  }

  @Override
  public void close() {
    closed = true;
  }
}
