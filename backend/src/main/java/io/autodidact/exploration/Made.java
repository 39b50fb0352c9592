package io.autodidact.exploration;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

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

  static ObjectNode emptyObject() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** Nothing in it. */
  static Made empty(JsonSchema schema) {
    return new Made(
        schema.isArray() ? JsonNodeFactory.instance.arrayNode() : emptyObject(), Map.of());
  }

  /** A list of one. */
  static Made inList(Made made) {
    var list = JsonNodeFactory.instance.arrayNode().add(made.value());
    return new Made(list, under("/0", made.provenance()));
  }

  /** The same origins, seen from further out. */
  static Map<String, Provenance> under(String pointer, Map<String, Provenance> provenance) {
    var moved = new LinkedHashMap<String, Provenance>();
    provenance.forEach((at, from) -> moved.put(pointer + at, from));
    return moved;
  }
}
