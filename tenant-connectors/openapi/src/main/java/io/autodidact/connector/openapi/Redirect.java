package io.autodidact.connector.openapi;

import io.autodidact.connector.openapi.NoAnswer.Reason;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/** Decides where a redirect leads, and what must not go along. */
final class Redirect {
  private Redirect() {}

  /** The next call, or nothing where the answer is no redirect or must not be followed. */
  static Optional<HttpCall> of(HttpCall call, HttpAnswer answer) throws NoAnswer {
    boolean sameCall = answer.status() == 307 || answer.status() == 308;
    boolean moved = answer.status() == 301 || answer.status() == 302;
    boolean look = answer.status() == 303;
    var location = answer.headers().firstValue("Location");
    if (location.isEmpty() || !(look || sameCall || (moved && call.safe()))) {
      return Optional.empty();
    }
    var target = target(call.uri(), location.get());
    if ("https".equals(call.uri().getScheme()) && "http".equals(target.getScheme())) {
      throw new NoAnswer(Reason.FORBIDDEN, call.uri().getHost() + " redirects from https to http.");
    }
    if (sameOrigin(call.uri(), target)) {
      return Optional.of(look && !call.safe() ? look(call, target) : call.at(target));
    }
    if (!call.safe() && !look) {
      throw new NoAnswer(
          Reason.FORBIDDEN,
          call.uri().getHost()
              + " redirects a change to "
              + target.getHost()
              + "; if that is right, make it the base URL.");
    }
    // Whoever is there now was not meant to see any header of this call.
    return Optional.of(HttpCall.get(target).with("Accept", "application/json, */*;q=0.5"));
  }

  private static HttpCall look(HttpCall call, URI target) {
    return new HttpCall("GET", target, call.without("Content-Type").headers(), Optional.empty());
  }

  private static URI target(URI from, String location) throws NoAnswer {
    try {
      return from.resolve(location);
    } catch (IllegalArgumentException e) {
      throw new NoAnswer(
          Reason.FORBIDDEN, from.getHost() + " redirects to something that is no address.", e);
    }
  }

  private static boolean sameOrigin(URI one, URI other) {
    return Objects.equals(one.getScheme(), other.getScheme())
        && Objects.equals(one.getHost(), other.getHost())
        && one.getPort() == other.getPort();
  }
}
