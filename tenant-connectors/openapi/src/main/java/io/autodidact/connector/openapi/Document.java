package io.autodidact.connector.openapi;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** An OpenAPI 3 document as JSON; one of version 2.0 is converted before. */
record Document(JsonNode root) {
  /** The description is wrong at one place; the rest may still be usable. */
  static final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Wrong(String problem) {
      super(problem);
    }
  }

  JsonNode paths() {
    return root.path("paths");
  }

  /**
   * What a node stands for: itself, or what its {@code $ref} leads to.
   *
   * @throws Wrong if the reference leads nowhere, outside the document or in a circle
   */
  JsonNode resolve(JsonNode node) {
    var passed = new LinkedHashSet<String>();
    var resolved = node;
    while (resolved.path("$ref").isString()) {
      var reference = resolved.get("$ref").stringValue();
      if (!passed.add(reference)) {
        throw new Wrong("The references " + passed + " lead in a circle; let one say something.");
      }
      resolved = at(reference);
    }
    return resolved;
  }

  /** What a reference names. */
  JsonNode at(String reference) {
    if (!reference.startsWith("#")) {
      throw new Wrong(
          "The reference "
              + reference
              + " leads outside the document; bundle the parts into one document.");
    }
    var target = pointed(reference.substring(1));
    if (target.isMissingNode()) {
      throw new Wrong("The reference " + reference + " leads nowhere; add what it names.");
    }
    return target;
  }

  private JsonNode pointed(String pointer) {
    try {
      var node = root.at(JsonPointer.compile(decoded(pointer)));
      return node.isMissingNode() ? root.at(JsonPointer.compile(pointer)) : node;
    } catch (IllegalArgumentException e) {
      return MissingNode.getInstance();
    }
  }

  /** Pointers in references are URI fragments: {@code #/paths/~1items~1%7Bid%7D}. */
  private static String decoded(String fragment) {
    return java.net.URLDecoder.decode(
        fragment.replace("+", "%2B"), java.nio.charset.StandardCharsets.UTF_8);
  }

  /** The elements of a list, none if it is not one. */
  static List<JsonNode> elements(JsonNode list) {
    var elements = new ArrayList<JsonNode>();
    if (list.isArray()) {
      list.forEach(elements::add);
    }
    return elements;
  }
}
