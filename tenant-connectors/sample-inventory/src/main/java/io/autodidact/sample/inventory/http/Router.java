package io.autodidact.sample.inventory.http;

import io.autodidact.sample.inventory.kernel.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds the route of a request and turns refusals into problems. */
public final class Router {

  private record Entry(Route route, List<String> segments) {}

  private record Match(Route route, Map<String, String> variables) {}

  private final List<Entry> entries;

  public Router(List<Route> routes) {
    entries = routes.stream().map(route -> new Entry(route, route.segments())).toList();
  }

  Reply answer(Request request) {
    List<String> path = request.segments();
    List<Match> matches = entries.stream().flatMap(entry -> match(entry, path).stream()).toList();
    if (matches.isEmpty()) {
      return Problem.of(
          "Not found", 404, "There is no such path here. Read /openapi.yaml for those that are.");
    }
    Optional<Match> match =
        matches.stream()
            .filter(candidate -> candidate.route().method().equals(request.method()))
            .findFirst();
    return match
        .map(found -> handle(found, request))
        .orElseGet(() -> Problem.notAllowed(allowed(matches)));
  }

  private static Reply handle(Match match, Request request) {
    try {
      Call call =
          new Call(
              match.variables(), Query.parse(request.query()), request.header(), request.body());
      return match.route().handler().handle(call);
    } catch (Refusal refusal) {
      return Problem.of(refusal);
    }
  }

  private static Optional<Match> match(Entry entry, List<String> path) {
    return Route.match(entry.segments(), path)
        .map(variables -> new Match(entry.route(), variables));
  }

  private static String allowed(List<Match> matches) {
    return matches.stream()
        .map(match -> match.route().method())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** What came over the wire. */
  record Request(
      String method,
      List<String> segments,
      Optional<String> query,
      Function<String, Optional<String>> header,
      byte[] body) {}
}
