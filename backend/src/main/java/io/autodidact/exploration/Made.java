package io.autodidact.exploration;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A value for an argument, with where each of its leaves came from.
 *
 * @param provenance by JSON Pointer into the value; the empty pointer for a scalar itself
 */
record Made(JsonNode value, Map<String, Provenance> provenance) {
  static Made scalar(JsonNode value, Provenance provenance) {
    return new Made(value, Map.of("", provenance));
  }

  /** A copy of what the software gave. */
  static Made copyOf(Held held) {
    var provenance = new LinkedHashMap<String, Provenance>();
    leaves(held.value(), "", held, provenance);
    return new Made(held.value().deepCopy(), provenance);
  }

  private static void leaves(
      JsonNode node, String pointer, Held held, Map<String, Provenance> provenance) {
    if (node.isObject()) {
      node.properties()
          .forEach(
              e -> leaves(e.getValue(), Pointers.child(pointer, e.getKey()), held, provenance));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        leaves(node.get(i), Pointers.element(pointer, i), held, provenance);
      }
    } else {
      provenance.put(pointer, new Provenance.Result(held.from().seq(), held.pointer() + pointer));
    }
  }
}
