package io.autodidact.connector;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Something the software can do.
 *
 * @param name unique in its catalogue, {@code [a-z][a-z0-9_]{0,63}}
 * @param summary one line; may be empty
 * @param description the software's own words, not to be trusted; may be empty
 * @param path where the operation lives among the software's resources, for example {@code items,
 *     {itemId}, stock}; empty where the software has no such order
 * @param arguments JSON Schema of one object, resolved (no {@code $ref} but for cycles, cut with an
 *     empty schema); each property carries {@code x-in}: path, query, header or body, and {@code
 *     x-name}, its own name, where another argument has that. Everywhere there is one {@code type},
 *     and {@code nullable: true} where null is allowed
 * @param result JSON Schema of the result, if known
 * @param effect what it does to the software's state
 * @param effectReason why we think so, in plain words
 */
public record Operation(
    String name,
    String summary,
    String description,
    List<String> path,
    ObjectNode arguments,
    Optional<JsonNode> result,
    Effect effect,
    String effectReason) {
  public Operation {
    if (!name.matches("[a-z][a-z0-9_]{0,63}")) {
      throw new IllegalArgumentException("Not a name for an operation: " + name);
    }
    Objects.requireNonNull(summary);
    Objects.requireNonNull(description);
    path = List.copyOf(path);
  }
}
