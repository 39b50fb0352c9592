package io.autodidact.task;

import io.autodidact.task.Draft.Actor;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/** Questions for a field of an entity. */
final class Questions {
  private Questions() {}

  static String ask(Actor actor, String field, RandomGenerator random) {
    var value = actor.full().has(field) ? actor.full().path(field) : actor.row().path(field);
    var property = Words.property(field);
    var who = Realiser.mention(actor);
    if (value.isBoolean()) {
      return "is " + who + " " + property + "?";
    }
    if (isCounted(value, field)) {
      return "how many of " + who + " are " + property + "?";
    }
    return switch (random.nextInt(3)) {
      case 0 -> "what is the " + property + " of " + who + "?";
      case 1 -> "tell me the " + property + " of " + who;
      default -> "look up the " + property + " of " + who;
    };
  }

  /** Whether the number says how many of something are so: on hand, available, reserved. */
  static boolean isCounted(JsonNode value, String field) {
    return value.isNumber() && Words.property(field).matches("(on|in) .*|.*(able|ed)");
  }
}
