package io.autodidact.task;

import io.autodidact.task.Draft.Actor;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What an entity has, alone or with others.
 *
 * @param value of the selection's field
 * @param of the thing that the value refers to, if it does
 */
record Trait(Selection selection, JsonNode value, Optional<Actor> of) {
  /** As it stands behind the noun. */
  String say() {
    var field = selection.field();
    if (of.isPresent()) {
      var role = Words.referenced(field).orElseGet(() -> Words.phrase(field));
      var named = Realiser.mention(of.get());
      return role.equals(selection.of()) ? "of " + named : "whose " + role + " is " + named;
    }
    var property = Words.property(field);
    return value.isBoolean()
        ? "that is " + (value.asBoolean() ? "" : "not ") + property
        : "whose " + property + " is " + Values.text(value);
  }
}
