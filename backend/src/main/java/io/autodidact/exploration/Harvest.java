package io.autodidact.exploration;

import io.autodidact.connector.Outcome;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Picks the values out of a result: scalars, and the objects they belong to. */
final class Harvest {
  private static final int MAX_VALUES = 600;
  private static final int MAX_ELEMENTS = 25;
  private static final int MAX_DEPTH = 5;
  private static final int MAX_TEXT = 200;

  private final Transition transition;
  private final List<Held> values = new ArrayList<>();

  private Harvest(Transition transition) {
    this.transition = transition;
  }

  static List<Held> of(Transition transition) {
    if (!(transition.outcome() instanceof Outcome.Succeeded(_, var body))) {
      return List.of();
    }
    var harvest = new Harvest(transition);
    harvest.walk(body, "", 0);
    return harvest.values;
  }

  private void walk(JsonNode node, String pointer, int depth) {
    if (values.size() >= MAX_VALUES || depth > MAX_DEPTH) {
      return;
    }
    if (node.isArray()) {
      for (int i = 0; i < Math.min(node.size(), MAX_ELEMENTS); i++) {
        walk(node.get(i), Pointers.element(pointer, i), depth + 1);
      }
    } else if (node.isObject()) {
      if (!node.isEmpty()) {
        keep(node, pointer);
      }
      node.properties()
          .forEach(e -> walk(e.getValue(), Pointers.child(pointer, e.getKey()), depth + 1));
    } else if (node.isNumber() || (node.isString() && isUseful(node.asString()))) {
      keep(node, pointer);
    }
  }

  private static boolean isUseful(String text) {
    return !text.isBlank() && text.length() <= MAX_TEXT;
  }

  private void keep(JsonNode node, String pointer) {
    var source = new Source(transition.call().operation(), Pointers.pattern(pointer));
    values.add(new Held(source, transition, pointer, node));
  }
}
