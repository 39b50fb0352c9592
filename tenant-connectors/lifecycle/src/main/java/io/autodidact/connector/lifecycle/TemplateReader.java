package io.autodidact.connector.lifecycle;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Reads templates; refuses what could not be rendered, with the reason. */
final class TemplateReader {
  private static final Pattern GAP = Pattern.compile("\\$\\{((?:[^}']|'[^']*')*)}");
  private static final Pattern VARIABLE =
      Pattern.compile("(?<name>[A-Za-z_]\\w*)(\\[(?<element>\\d+|\\*|i)])?(?<fields>(\\.\\w+)*)");
  private static final Pattern RANGE =
      Pattern.compile("(-?\\d+(?:\\.\\d+)?)\\.\\.(-?\\d+(?:\\.\\d+)?)(?: by (\\d+(?:\\.\\d+)?))?");
  private static final Pattern DAYS =
      Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)\\.\\.(\\d{4}-\\d\\d-\\d\\d)");

  private final Fakers fakers;

  TemplateReader(Fakers fakers) {
    this.fakers = fakers;
  }

  Template read(JsonNode json) {
    if (json.isString()) {
      return text(json.stringValue());
    }
    if (json.isArray()) {
      return new Template.Elements(all(json));
    }
    return json.isObject() ? object(json) : new Template.Fixed(json);
  }

  Map<String, Template> readAll(Map<String, JsonNode> named) {
    var templates = new TreeMap<String, Template>();
    named.forEach((name, json) -> templates.put(name, read(json)));
    return templates;
  }

  private List<Template> all(JsonNode array) {
    return array.valueStream().map(this::read).toList();
  }

  private Template object(JsonNode json) {
    if (json.has("$unique")) {
      return new Template.Unique(read(json.get("$unique")));
    }
    if (json.has("$pick")) {
      if (!json.get("$pick").isArray() || json.get("$pick").isEmpty()) {
        throw Scene.wrong("$pick needs a list to pick from, not " + json.get("$pick"));
      }
      return new Template.Pick(all(json.get("$pick")));
    }
    if (json.has("$repeat")) {
      if (!json.has("of")) {
        throw Scene.wrong("$repeat needs \"of\": what to repeat.");
      }
      return new Template.Repeat(read(json.get("$repeat")), read(json.get("of")));
    }
    var fields = new TreeMap<String, Template>();
    json.properties().forEach(field -> fields.put(field.getKey(), read(field.getValue())));
    return new Template.Fields(fields);
  }

  private Template text(String text) {
    var pieces = new ArrayList<Template>();
    var gaps = GAP.matcher(text);
    int end = 0;
    while (gaps.find()) {
      fixed(text.substring(end, gaps.start())).forEach(pieces::add);
      pieces.add(new Template.Gap(placeholder(gaps.group(1).strip())));
      end = gaps.end();
    }
    fixed(text.substring(end)).forEach(pieces::add);
    return switch (pieces.size()) {
      case 0 -> new Template.Fixed(StringNode.valueOf(""));
      case 1 -> pieces.getFirst();
      default -> new Template.Text(List.copyOf(pieces));
    };
  }

  private static Stream<Template> fixed(String text) {
    return text.isEmpty()
        ? Stream.empty()
        : Stream.of(new Template.Fixed(StringNode.valueOf(text)));
  }

  private Placeholder placeholder(String text) {
    if (text.equals("i")) {
      return new Placeholder.Repetition();
    }
    if (text.equals("fresh")) {
      return new Placeholder.Fresh();
    }
    int colon = text.indexOf(':');
    if (colon < 0) {
      return variable(text);
    }
    var rest = text.substring(colon + 1).strip();
    return switch (text.substring(0, colon)) {
      case "fake" -> new Placeholder.Fake(fakers.spelling(rest));
      case "number" -> number(rest);
      case "date" -> day(rest);
      case "pick" -> new Placeholder.OneOf(Stream.of(rest.split(",")).map(String::strip).toList());
      case "pattern" -> new Placeholder.Pattern(rest);
      case "lower" -> new Placeholder.Lower(variable(rest));
      default ->
          throw Scene.wrong(
              "${"
                  + text
                  + "} is not known; use a variable, or fake:, number:, date:, pick:, pattern:,"
                  + " lower:.");
    };
  }

  private static Placeholder variable(String text) {
    var variable = VARIABLE.matcher(text);
    if (!variable.matches()) {
      throw Scene.wrong("${" + text + "} does not name a variable, like item, items[*].id.");
    }
    var fields = Stream.of(variable.group("fields").split("\\.")).filter(f -> !f.isEmpty());
    return new Placeholder.Variable(
        variable.group("name"), element(variable.group("element")), fields.toList());
  }

  private static List<Placeholder.Element> element(@Nullable String text) {
    if (text == null) {
      return List.of();
    }
    return List.of(
        switch (text) {
          case "*" -> new Placeholder.Element.AnyOne();
          case "i" -> new Placeholder.Element.Current();
          default -> new Placeholder.Element.At(Integer.parseInt(text));
        });
  }

  private static Placeholder number(String text) {
    var range = RANGE.matcher(text);
    if (!range.matches()) {
      throw Scene.wrong("number:" + text + " is not a range, like 1..10 or 0.50..9.99 by 0.50.");
    }
    var from = new BigDecimal(range.group(1));
    var to = new BigDecimal(range.group(2));
    int scale = Math.max(from.scale(), to.scale());
    var step =
        range.group(3) == null
            ? BigDecimal.ONE.movePointLeft(scale)
            : new BigDecimal(range.group(3));
    if (from.compareTo(to) > 0 || step.signum() == 0) {
      throw Scene.wrong("number:" + text + " is empty; write the smaller number first.");
    }
    return new Placeholder.Amount(from.setScale(Math.max(scale, step.scale())), to, step);
  }

  private static Placeholder day(String text) {
    var days = DAYS.matcher(text);
    if (!days.matches()) {
      throw Scene.wrong("date:" + text + " is not a range, like 2026-01-01..2026-12-31.");
    }
    try {
      var day = new Placeholder.Day(LocalDate.parse(days.group(1)), LocalDate.parse(days.group(2)));
      if (day.from().isAfter(day.to())) {
        throw Scene.wrong("date:" + text + " is empty; write the earlier day first.");
      }
      return day;
    } catch (DateTimeException e) {
      throw Scene.wrong("date:" + text + " names a day that does not exist.");
    }
  }
}
