package io.autodidact.task;

import io.autodidact.task.Condition.Comparison;
import io.autodidact.task.Draft.Actor;
import io.autodidact.task.TaskFamily.Question;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.StringNode;

/**
 * Puts a change under a condition that holds as often as not. Where it does not hold the draft only
 * asks for the value that decided it: doing nothing is right then, but saying nothing is not.
 */
final class DrawCondition {
  private final EntitiesHere entities;
  private final RandomGenerator random;

  DrawCondition(EntitiesHere entities, RandomGenerator random) {
    this.entities = entities;
    this.random = random;
  }

  /** Empty if the field has no value, or no other. */
  Optional<Draft> draw(Draft consequence, Frame.OnlyIf frame) throws InterruptedException {
    var actor = consequence.actors().get(frame.entity());
    var value = (frame.inFull() ? actor.full() : actor.row()).path(frame.field());
    var condition = value.isNumber() ? compared(actor, frame, value) : equal(actor, frame, value);
    return condition.map(one -> framed(consequence, frame, one));
  }

  private static Draft framed(Draft consequence, Frame.OnlyIf frame, Condition condition) {
    var framing = new Framing.OnlyIf(condition, consequence);
    var family = consequence.family();
    if (condition.holds()) {
      return new Draft(family, consequence.actors(), consequence.values(), framing);
    }
    var asking =
        new TaskFamily(
            family.name(),
            family.difficulty(),
            family.entities(),
            List.of(new Question(frame.entity(), frame.field(), frame.inFull())),
            family.frame());
    return new Draft(asking, consequence.actors(), List.of(Map.of()), framing);
  }

  /** With a whole number near it, below or above. */
  private Optional<Condition> compared(Actor actor, Frame.OnlyIf frame, JsonNode value) {
    var number = value.decimalValue();
    int apart = 1 + random.nextInt(Math.max(2, number.abs().intValue() / 3));
    var less = number.setScale(0, RoundingMode.CEILING).subtract(BigDecimal.valueOf(apart));
    var more = number.setScale(0, RoundingMode.FLOOR).add(BigDecimal.valueOf(apart));
    boolean above = less.signum() < 0 || random.nextBoolean();
    boolean holds = random.nextBoolean();
    return Optional.of(
        new Condition(
            actor,
            frame.field(),
            frame.inFull(),
            above == holds ? Comparison.BELOW : Comparison.ABOVE,
            DecimalNode.valueOf(above ? more : less)));
  }

  /** With its own word, or that of another entity. */
  private Optional<Condition> equal(Actor actor, Frame.OnlyIf frame, JsonNode value)
      throws InterruptedException {
    var words =
        Distinctions.values(frame.field(), entities.rows(actor.kind()).stream()).stream()
            .filter(word -> !word.equals(Values.text(value)) && !word.isBlank())
            .sorted()
            .toList();
    if (!value.isString() || words.isEmpty()) {
      return Optional.empty();
    }
    var bound =
        random.nextBoolean()
            ? value
            : StringNode.valueOf(words.get(random.nextInt(words.size())));
    return Optional.of(
        new Condition(actor, frame.field(), frame.inFull(), Comparison.IS, bound));
  }
}
