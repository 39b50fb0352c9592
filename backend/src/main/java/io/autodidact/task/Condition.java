package io.autodidact.task;

import io.autodidact.task.Draft.Actor;
import tools.jackson.databind.JsonNode;

/**
 * Something that is so or is not.
 *
 * @param inFull whether only the read of that one entity shows the field
 * @param bound what the field's value is compared with; never equal to it but for {@link
 *     Comparison#IS}
 */
record Condition(
    Actor actor, String field, boolean inFull, Comparison comparison, JsonNode bound) {
  enum Comparison {
    BELOW,
    ABOVE,
    IS
  }

  JsonNode value() {
    return (inFull ? actor.full() : actor.row()).path(field);
  }

  boolean holds() {
    return switch (comparison) {
      case BELOW -> value().decimalValue().compareTo(bound.decimalValue()) < 0;
      case ABOVE -> value().decimalValue().compareTo(bound.decimalValue()) > 0;
      case IS -> Values.same(value(), bound);
    };
  }

  /** As it stands behind "if". */
  String say() {
    var property = Words.property(field);
    var who = Realiser.mention(actor);
    var limit = Values.text(bound);
    return switch (comparison) {
      case BELOW ->
          isCounted()
              ? "fewer than %s of %s are %s".formatted(limit, who, property)
              : "the %s of %s is below %s".formatted(property, who, limit);
      case ABOVE ->
          isCounted()
              ? "more than %s of %s are %s".formatted(limit, who, property)
              : "the %s of %s is above %s".formatted(property, who, limit);
      case IS -> "the %s of %s is %s".formatted(property, who, limit);
    };
  }

  /** What is asked for where it does not hold. */
  String ask() {
    var property = Words.property(field);
    return isCounted() ? "tell me how many are " + property : "tell me the " + property;
  }

  private boolean isCounted() {
    return Questions.isCounted(value(), field);
  }
}
