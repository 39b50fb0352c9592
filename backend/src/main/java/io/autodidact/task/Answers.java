package io.autodidact.task;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Whether an answer states exactly the values asked for. Fair in form, strict in content: letter
 * case, white space, quotes, a full stop at the end, yes for true and the spelling of a number do
 * not matter; several values may come in any order, as JSON or separated by commas, semicolons,
 * lines or "and". Missing values, wrong ones and further words make it wrong.
 */
final class Answers {
  private Answers() {}

  static boolean right(List<JsonNode> wanted, JsonNode given) {
    var expected = wanted.stream().map(Values::text).map(Answers::normal).sorted().toList();
    if (expected.isEmpty()) {
      return true;
    }
    if (given.isContainer()) {
      var values = given.valueStream().map(Values::text).map(Answers::normal).sorted().toList();
      return expected.equals(values);
    }
    var text = Values.text(given);
    if (expected.size() == 1) {
      return expected.getFirst().equals(normal(text));
    }
    return expected.equals(split(text)) || onlyThese(expected, normal(text));
  }

  private static List<String> split(String text) {
    return Stream.of(text.split("[,;\\n]| and "))
        .filter(part -> !part.isBlank())
        .map(Answers::normal)
        .sorted()
        .toList();
  }

  /** For values that hold a separator themselves. */
  private static boolean onlyThese(List<String> expected, String text) {
    var longestFirst = new ArrayList<>(expected);
    longestFirst.sort(Comparator.comparing(String::length).reversed());
    var rest = text;
    for (String value : longestFirst) {
      var at = rest.indexOf(value);
      if (at < 0) {
        return false;
      }
      rest = rest.substring(0, at) + "," + rest.substring(at + value.length());
    }
    return rest.replace("and", "").matches("[\\s,;]*");
  }

  private static String normal(String text) {
    var plain =
        text.strip()
            .replaceAll("^[\"'`]+|[\"'`.]+$", "")
            .strip()
            .replaceAll("\\s+", " ")
            .toLowerCase(Locale.ROOT);
    if (plain.matches("[-+]?[0-9]+(\\.[0-9]+)?")) {
      return new BigDecimal(plain).stripTrailingZeros().toPlainString();
    }
    return switch (plain) {
      case "yes" -> "true";
      case "no" -> "false";
      default -> plain;
    };
  }
}
