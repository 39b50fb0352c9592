package io.autodidact.context;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Finds the list or the object that a result is about, inside the envelope it may come in. */
final class ResultLists {
  private ResultLists() {}

  /** The list: the result itself, or the only array of objects of a page. */
  static Optional<JsonNode> in(JsonNode body) {
    if (body.isArray()) {
      return Optional.of(body);
    }
    var arrays = body.isObject() ? body.valueStream().filter(JsonNode::isArray).toList() : null;
    boolean entity = body.has("id") || body.has("name");
    return arrays != null && arrays.size() == 1 && !entity
        ? Optional.of(arrays.getFirst())
        : Optional.empty();
  }

  /** The object inside an envelope of one member. */
  static JsonNode unwrapped(JsonNode body) {
    return body.size() == 1 && body.iterator().next().isObject() ? body.iterator().next() : body;
  }
}
