package io.autodidact.connector.lifecycle;

import io.autodidact.connector.ConnectorException;
import io.autodidact.connector.ConnectorException.Fault;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What templates see while an episode is set up: its variables and its seeded chance. */
final class Scene {
  private static final int DRAWS_FOR_A_NEW_VALUE = 1_000;

  private final Map<String, JsonNode> variables = new LinkedHashMap<>();
  private final Map<String, JsonNode> current = new LinkedHashMap<>();
  private final Set<JsonNode> seen = new HashSet<>();
  private final RandomGenerator random;
  private final Fakers fakers;
  private int repetition;

  Scene(long seed, Locale locale) {
    random = new SplittableRandom(seed);
    fakers = Fakers.of(locale);
  }

  static ConnectorException wrong(String problem) {
    return new ConnectorException(Fault.SETTINGS, "Mend the lifecycle: " + problem);
  }

  /** A number as written, or the size of a list. */
  static int count(JsonNode value) {
    if (value.isArray()) {
      return value.size();
    }
    if (!value.isIntegralNumber() || value.intValue() < 0) {
      throw wrong("A repetition needs a number or a list, not " + value);
    }
    return value.intValue();
  }

  RandomGenerator random() {
    return random;
  }

  String fake(String spelling) {
    return fakers.value(spelling, random.nextLong());
  }

  int repetition() {
    return repetition;
  }

  void begin(int newRepetition) {
    repetition = newRepetition;
    current.clear();
  }

  /** Sets a variable of the current repetition. */
  void set(String name, JsonNode value) {
    current.put(name, value);
  }

  /** Keeps the current repetition's variables: as they are, or as one more element of lists. */
  void keep(boolean asList) {
    current.forEach(
        (name, value) -> {
          if (asList) {
            variables.merge(
                name,
                JsonNodeFactory.instance.arrayNode().add(value),
                (list, one) -> list.isArray() ? list.asArray().addAll(one.asArray()) : one);
          } else {
            variables.put(name, value);
          }
        });
    current.clear();
  }

  /** A list exists, with no element yet, before its step runs for the first time. */
  void startList(String name) {
    variables.putIfAbsent(name, JsonNodeFactory.instance.arrayNode());
  }

  boolean knows(String name) {
    return current.containsKey(name) || variables.containsKey(name);
  }

  JsonNode variable(String name) {
    var value = current.get(name);
    value = value == null ? variables.get(name) : value;
    if (value == null) {
      throw wrong("The variable " + name + " has no value here; an earlier step must bind it.");
    }
    return value;
  }

  JsonNode element(String name, JsonNode list, Placeholder.Element which) {
    if (!list.isArray() || list.isEmpty()) {
      throw wrong("The variable " + name + " is not a list with elements here.");
    }
    return switch (which) {
      case Placeholder.Element.At at -> list.path(at.index());
      case Placeholder.Element.Current() -> list.get(repetition % list.size());
      case Placeholder.Element.AnyOne() -> list.get(random.nextInt(list.size()));
    };
  }

  JsonNode unseen(Template template) {
    for (int draw = 0; draw < DRAWS_FOR_A_NEW_VALUE; draw++) {
      var value = template.render(this);
      if (seen.add(value)) {
        return value;
      }
    }
    throw wrong("A $unique template has run out of new values; give it more to choose from.");
  }

  Map<String, JsonNode> variables() {
    return Map.copyOf(variables);
  }
}
