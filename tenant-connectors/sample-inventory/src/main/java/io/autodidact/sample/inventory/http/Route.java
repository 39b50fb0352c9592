package io.autodidact.sample.inventory.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One operation: a method and a path, and what answers them.
 *
 * @param operationId its name in the OpenAPI document
 * @param template the path with its variables in braces: {@code /items/{itemId}}
 */
public record Route(String operationId, String method, String template, Handler handler) {

  /** What answers a request. */
  @FunctionalInterface
  public interface Handler {

    Reply handle(Call call);
  }

  List<String> segments() {
    return List.of(template.substring(1).split("/"));
  }

  /** The values of the path's variables, if the path is of this route. */
  static Optional<Map<String, String>> match(List<String> template, List<String> path) {
    if (template.size() != path.size()) {
      return Optional.empty();
    }
    Map<String, String> variables = new HashMap<>();
    for (int index = 0; index < path.size(); index++) {
      String expected = template.get(index);
      if (expected.startsWith("{")) {
        variables.put(expected.substring(1, expected.length() - 1), path.get(index));
      } else if (!expected.equals(path.get(index))) {
        return Optional.empty();
      }
    }
    return Optional.of(variables);
  }
}
