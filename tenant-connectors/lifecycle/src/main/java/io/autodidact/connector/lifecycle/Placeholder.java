package io.autodidact.connector.lifecycle;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.StringNode;

/** What stands between <code>${</code> and <code>}</code>. */
sealed interface Placeholder {
  JsonNode value(Scene scene);

  default Set<String> variables() {
    return Set.of();
  }

  /** Which element of a list is meant. */
  sealed interface Element {
    record At(int index) implements Element {}

    record Current() implements Element {}

    record AnyOne() implements Element {}
  }

  /** {@code name[element].field.field}; no element for the whole value. */
  record Variable(String name, List<Element> element, List<String> fields) implements Placeholder {
    @Override
    public JsonNode value(Scene scene) {
      var value = scene.variable(name);
      for (var which : element) {
        value = scene.element(name, value, which);
      }
      for (var field : fields) {
        value = value.path(field);
      }
      if (value.isMissingNode()) {
        throw Scene.wrong("The variable " + name + " has no field " + String.join(".", fields));
      }
      return value;
    }

    @Override
    public Set<String> variables() {
      return Set.of(name);
    }
  }

  /** The current repetition. */
  record Repetition() implements Placeholder {
    @Override
    public JsonNode value(Scene scene) {
      return IntNode.valueOf(scene.repetition());
    }
  }

  /**
   * An id that no other episode has, whatever its seed: for names that the whole software shares.
   */
  record Fresh() implements Placeholder {
    @Override
    public JsonNode value(Scene scene) {
      return StringNode.valueOf(UUID.randomUUID().toString().substring(24));
    }
  }

  /** A datafaker expression, as the library spells it. */
  record Fake(String spelling) implements Placeholder {
    @Override
    public JsonNode value(Scene scene) {
      return StringNode.valueOf(scene.fake(spelling));
    }
  }

  /** A number {@code from + k·step}, at most {@code to}; its decimals are those of the bounds. */
  record Amount(BigDecimal from, BigDecimal to, BigDecimal step) implements Placeholder {
    @Override
    public JsonNode value(Scene scene) {
      long steps = to.subtract(from).divideToIntegralValue(step).longValueExact();
      var value = from.add(step.multiply(BigDecimal.valueOf(scene.random().nextLong(steps + 1))));
      return value.scale() > 0 ? DecimalNode.valueOf(value) : whole(value.toBigIntegerExact());
    }

    private static JsonNode whole(BigInteger value) {
      return value.bitLength() < Integer.SIZE
          ? IntNode.valueOf(value.intValue())
          : LongNode.valueOf(value.longValueExact());
    }
  }

  /** A day, as ISO text. */
  record Day(LocalDate from, LocalDate to) implements Placeholder {
    @Override
    public JsonNode value(Scene scene) {
      long days = to.toEpochDay() - from.toEpochDay();
      return StringNode.valueOf(from.plusDays(scene.random().nextLong(days + 1)).toString());
    }
  }

  /** One of several texts; {@code true} and {@code false} are booleans. */
  record OneOf(List<String> choices) implements Placeholder {
    @Override
    public JsonNode value(Scene scene) {
      var choice = choices.get(scene.random().nextInt(choices.size()));
      return switch (choice) {
        case "true" -> BooleanNode.TRUE;
        case "false" -> BooleanNode.FALSE;
        default -> StringNode.valueOf(choice);
      };
    }
  }

  /** Letters for ?, digits for #. */
  record Pattern(String pattern) implements Placeholder {
    @Override
    public JsonNode value(Scene scene) {
      var random = scene.random();
      return StringNode.valueOf(
          pattern
              .chars()
              .mapToObj(c -> String.valueOf(filled((char) c, random)))
              .collect(Collectors.joining()));
    }

    private static char filled(char symbol, RandomGenerator random) {
      return switch (symbol) {
        case '?' -> (char) ('A' + random.nextInt(26));
        case '#' -> (char) ('0' + random.nextInt(10));
        default -> symbol;
      };
    }
  }

  /** A variable's text in small letters and digits only. */
  record Lower(Placeholder of) implements Placeholder {
    @Override
    public JsonNode value(Scene scene) {
      var text = of.value(scene).asString().toLowerCase(Locale.ROOT);
      return StringNode.valueOf(text.replaceAll("[^a-z0-9]", ""));
    }

    @Override
    public Set<String> variables() {
      return of.variables();
    }
  }
}
