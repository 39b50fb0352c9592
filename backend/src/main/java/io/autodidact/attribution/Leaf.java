package io.autodidact.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * A single value inside JSON.
 *
 * @param path JSON Pointer to it
 * @param name the nearest field name above it, lower case, letters and digits only; may be empty
 * @param text the value as one writes it, numbers without trailing zeros
 */
record Leaf(String path, String name, String text) {
  /**
   * Every value that says something: no nulls, booleans or blanks, which say too little to trace.
   */
  static List<Leaf> of(JsonNode root) {
    var leaves = new ArrayList<Leaf>();
    collect(root, "", "", leaves);
    return leaves;
  }

  static String text(JsonNode value) {
    return value.isNumber()
        ? value.decimalValue().stripTrailingZeros().toPlainString()
        : value.asString("");
  }

  static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  /** How well the value fits a parameter of that name: 2 the same, 1 one ends with the other. */
  int fits(String parameter) {
    if (name.equals(parameter)) {
      return 2;
    }
    boolean related = name.endsWith(parameter) || parameter.endsWith(name);
    return related && !name.isEmpty() && !parameter.isEmpty() ? 1 : 0;
  }

  private static void collect(JsonNode node, String path, String name, List<Leaf> leaves) {
    if (node.isObject()) {
      node.propertyStream()
          .forEach(
              member ->
                  collect(
                      member.getValue(),
                      path + "/" + member.getKey().replace("~", "~0").replace("/", "~1"),
                      plain(member.getKey()),
                      leaves));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        collect(node.get(i), path + "/" + i, name, leaves);
      }
    } else if ((node.isNumber() || node.isString()) && !text(node).isBlank()) {
      leaves.add(new Leaf(path, name, text(node)));
    }
  }
}
