package io.autodidact.task;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import net.datafaker.Faker;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.StringNode;

/** Makes values that people would ask for: like those that are there, but other ones. */
final class ValueMaker {
  private static final int USUAL_MOST = 40;
  private final RandomGenerator random;
  private final Faker faker;

  ValueMaker(RandomGenerator random) {
    this.random = random;
    this.faker = new Faker(Locale.ENGLISH, new java.util.Random(random.nextLong()));
  }

  /**
   * @param noun what kind of thing the value belongs to
   * @param current what it is now; missing if there is none
   * @param examples what others of its kind have there
   */
  JsonNode make(Parameter parameter, String noun, JsonNode current, List<JsonNode> examples) {
    var choices =
        parameter
            .schema()
            .path("enum")
            .valueStream()
            .filter(one -> !Values.same(one, current))
            .toList();
    if (!choices.isEmpty()) {
      return choices.get(random.nextInt(choices.size()));
    }
    if (parameter.is("boolean")) {
      return BooleanNode.valueOf(!current.asBoolean(false));
    }
    if (parameter.isNumber()) {
      return number(parameter, current, examples.stream().filter(JsonNode::isNumber).toList());
    }
    var texts = examples.stream().filter(JsonNode::isString).map(JsonNode::asString).toList();
    return StringNode.valueOf(text(parameter, noun, texts));
  }

  private JsonNode number(Parameter parameter, JsonNode current, List<JsonNode> examples) {
    var least = parameter.schema().path("minimum").asDouble(1);
    var most = parameter.schema().path("maximum").asDouble(Double.MAX_VALUE);
    var low = examples.stream().mapToDouble(JsonNode::asDouble).min().orElse(1);
    var high = examples.stream().mapToDouble(JsonNode::asDouble).max().orElse(USUAL_MOST);
    low = Math.clamp(low, least, most);
    high = Math.clamp(Math.max(high, low + 9), least, most);
    for (int attempt = 0; attempt < USUAL_MOST; attempt++) {
      var drawn = low + random.nextDouble() * (high - low);
      JsonNode value =
          parameter.is("integer") || examples.stream().allMatch(JsonNode::isIntegralNumber)
              ? IntNode.valueOf((int) Math.max(Math.ceil(least), Math.rint(drawn)))
              : DecimalNode.valueOf(cents(drawn));
      if (!Values.same(value, current)) {
        return value;
      }
    }
    return IntNode.valueOf((int) high);
  }

  /** Prices people remember: multiples of five cents. */
  private static BigDecimal cents(double value) {
    var twentieths = BigDecimal.valueOf(value * 20).setScale(0, RoundingMode.HALF_UP);
    return twentieths.divide(BigDecimal.valueOf(20), 2, RoundingMode.HALF_UP).stripTrailingZeros();
  }

  private String text(Parameter parameter, String noun, List<String> examples) {
    var name = String.join(" ", Words.of(parameter.name()));
    var format = parameter.schema().path("format").asString("");
    if (format.equals("email") || name.contains("email")) {
      return plain(faker.name().firstName()) + "@" + plain(faker.name().lastName()) + ".example";
    }
    if (format.equals("uri") || name.contains("url")) {
      return "https://"
          + plain(faker.company().buzzword())
          + ".example/"
          + faker.number().digits(3);
    }
    if (format.equals("date")) {
      return java.time.LocalDate.of(2027, 1, 1).plusDays(random.nextInt(365)).toString();
    }
    if (name.matches(".*(phone|mobile|fax).*")) {
      return examples.isEmpty()
          ? "+" + faker.number().digits(2) + " " + faker.number().digits(7)
          : like(pick(examples));
    }
    if (name.matches(".*(code|sku|number|reference|isbn|serial).*") && !examples.isEmpty()) {
      return like(pick(examples));
    }
    return words(name, noun, examples);
  }

  private String words(String name, String noun, List<String> examples) {
    if (name.contains("first name")) {
      return faker.name().firstName();
    }
    if (name.contains("last name")) {
      return faker.name().lastName();
    }
    if (name.contains("user")) {
      return plain(faker.name().firstName()) + "." + plain(faker.name().lastName());
    }
    if (name.equals("city")) {
      return faker.address().cityName();
    }
    if (name.matches(".*(description|note|comment|remark|reason|text|message).*")) {
      return Words.capital(
          faker.word().adjective()
              + " "
              + faker.word().noun()
              + " from "
              + faker.address().cityName());
    }
    if (name.matches(".*(name|title|label|alias).*")) {
      return named(noun, examples);
    }
    return examples.isEmpty()
        ? faker.word().noun() + " " + faker.number().digits(2)
        : like(pick(examples));
  }

  private String named(String noun, List<String> examples) {
    return switch (noun) {
      case String n
          when n.matches(".*(customer|person|user|employee|contact|member|patient|author).*") ->
          faker.name().firstName() + " " + faker.name().lastName();
      case String n
          when n.matches(".*(supplier|company|vendor|organi[sz]ation|account|partner).*") ->
          faker.name().lastName() + " " + faker.company().suffix().replace(".", "");
      case String n when n.matches(".*(item|product|article|good|part).*") ->
          faker.commerce().material() + " " + faker.word().noun();
      case String n when n.matches(".*(warehouse|site|location|store|branch|office).*") ->
          faker.address().cityName() + " " + Words.capital(n.substring(n.lastIndexOf(' ') + 1));
      default ->
          examples.stream().allMatch(one -> one.equals(one.toLowerCase(Locale.ROOT)))
                  && !examples.isEmpty()
              ? faker.word().adjective().toLowerCase(Locale.ROOT) + "-" + plain(faker.word().noun())
              : Words.capital(faker.word().adjective()) + " " + Words.capital(faker.word().noun());
    };
  }

  /** A text of the same build: letters for letters, digits for digits, fixed beginnings kept. */
  private String like(String example) {
    var made = new StringBuilder();
    var fixed = example.matches("[A-Z]{2,}-\\d+.*") ? example.indexOf('-') : 0;
    for (int i = 0; i < example.length(); i++) {
      var c = example.charAt(i);
      if (i < fixed) {
        made.append(c);
      } else if (Character.isDigit(c)) {
        made.append((char) ('0' + random.nextInt(10)));
      } else if (Character.isUpperCase(c)) {
        made.append((char) ('A' + random.nextInt(26)));
      } else if (Character.isLowerCase(c)) {
        made.append((char) ('a' + random.nextInt(26)));
      } else {
        made.append(c);
      }
    }
    return made.toString();
  }

  private String pick(List<String> texts) {
    return texts.get(random.nextInt(texts.size()));
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
  }
}
