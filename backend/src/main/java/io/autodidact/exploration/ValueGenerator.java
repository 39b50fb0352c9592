package io.autodidact.exploration;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.random.RandomGenerator;
import net.datafaker.Faker;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;

/** Makes up realistic values by name, type and format. */
final class ValueGenerator {
  private static final int SMALL = 20;

  private final Faker faker;
  private final RandomGenerator random;

  ValueGenerator(RandomGenerator random) {
    this.random = random;
    this.faker = new Faker(Locale.ENGLISH, Random.from(random));
  }

  /** A scalar of the schema's type, as a field of that name of that kind of thing would hold it. */
  Made make(String name, List<String> kind, JsonSchema schema) {
    var documented = schema.documented(random.nextInt(1 << 16));
    if (documented.isPresent()) {
      return Made.scalar(
          documented.get().getValue(), new Provenance.Documented(documented.get().getKey()));
    }
    return switch (schema.type()) {
      case "boolean" -> generated(BooleanNode.valueOf(random.nextInt(4) > 0), "boolean");
      case "integer" -> generated(IntNode.valueOf((int) number(schema)), "integer");
      case "number" -> generated(amount(schema), "amount");
      default -> text(name, kind, schema);
    };
  }

  private static Made generated(JsonNode value, String generator) {
    return Made.scalar(value, new Provenance.Generated(generator));
  }

  private long number(JsonSchema schema) {
    var least = schema.node().path("minimum").asLong(1);
    var most = schema.node().path("maximum").asLong(least + SMALL);
    return most <= least ? least : random.nextLong(least, most + 1);
  }

  private JsonNode amount(JsonSchema schema) {
    return JsonNodeFactory.instance.numberNode(number(schema) + random.nextInt(100) / 100.0);
  }

  private Made text(String name, List<String> kind, JsonSchema schema) {
    var byFormat = byFormat(schema.format());
    if (byFormat != null) {
      return generated(StringNode.valueOf(byFormat), schema.format());
    }
    var pattern = schema.node().path("pattern").asString("");
    if (!pattern.isEmpty()) {
      return generated(StringNode.valueOf(byPattern(pattern)), "pattern");
    }
    var words = Words.of(name);
    var generator = words.isEmpty() ? "text" : words.getLast();
    var value = byName(generator, String.join(" ", words), kind);
    var most = schema.node().path("maxLength").asInt(Integer.MAX_VALUE);
    return generated(
        StringNode.valueOf(value.length() > most ? value.substring(0, most) : value), generator);
  }

  private String byPattern(String pattern) {
    try {
      return faker.regexify(pattern.replaceAll("^\\^|\\$$", ""));
    } catch (RuntimeException e) {
      // Patterns that the library can not run backwards (look-around, classes) are not worth more.
      return faker.regexify("[A-Z]{3}-[0-9]{4}");
    }
  }

  private @org.jspecify.annotations.Nullable String byFormat(String format) {
    return switch (format) {
      case "uuid" -> new UUID(random.nextLong(), random.nextLong()).toString();
      case "email" -> email();
      case "date" -> date().toString();
      case "date-time" -> date().atTime(LocalTime.NOON) + ":00Z";
      case "time" -> "12:00:00";
      case "uri", "url" -> url();
      case "hostname" -> faker.internet().domainName();
      case "ipv4" -> faker.internet().ipV4Address();
      case "password" -> password();
      default -> null;
    };
  }

  private String byName(String last, String name, List<String> kind) {
    return switch (last) {
      case "username", "login" -> compact(faker.name().firstName()) + "." + digits();
      case "email", "mail" -> email();
      case "phone", "mobile", "fax" -> faker.phoneNumber().cellPhone();
      case "street", "address" -> faker.address().streetAddress();
      case "city", "town" -> faker.address().city();
      case "country" -> faker.address().country();
      case "zip", "postcode" -> faker.address().zipCode();
      case "company", "supplier", "organization" -> faker.company().name();
      case "url", "uri", "website", "link" -> url();
      case "description", "note", "comment", "reason" -> faker.lorem().sentence(5);
      case "locale", "language", "lang" -> faker.options().option("en", "de", "fr", "es", "it");
      case "currency" -> "EUR";
      case "date", "since", "until", "from", "to" -> date().toString();
      case "password", "secret" -> password();
      case "color", "colour" -> faker.color().name();
      case "unit" -> faker.options().option("piece", "box", "kg");
      case "code", "sku", "barcode" -> faker.regexify("[A-Z]{3}-[0-9]{4}");
      case "domain", "host" -> faker.internet().domainName();
      case "id", "key", "alias", "prefix" -> compact(faker.color().name()) + "-" + digits();
      case "name", "title", "label" -> title(name, kind);
      default -> faker.word().noun() + "-" + digits();
    };
  }

  private String title(String name, List<String> kind) {
    if (name.contains("first")) {
      return faker.name().firstName();
    }
    if (name.contains("last") || name.contains("sur") || name.contains("family")) {
      return faker.name().lastName();
    }
    if (name.contains("city")) {
      return faker.address().city();
    }
    if (kind.contains("customer") || kind.contains("person") || kind.contains("employee")) {
      return faker.name().firstName() + " " + faker.name().lastName();
    }
    if (kind.contains("supplier") || kind.contains("company") || kind.contains("vendor")) {
      return faker.company().name();
    }
    return compact(faker.color().name()) + "-" + compact(faker.animal().name()) + "-" + digits();
  }

  private String email() {
    return compact(faker.name().firstName()) + "." + digits() + "@example.com";
  }

  private String url() {
    return "https://" + compact(faker.word().noun()) + ".example.com";
  }

  private String password() {
    return "Pw-" + faker.regexify("[a-z]{6}[0-9]{4}") + "!";
  }

  private LocalDate date() {
    return LocalDate.of(2026, 1, 1).plusDays(random.nextInt(365));
  }

  private String digits() {
    return Integer.toString(100 + random.nextInt(99_900));
  }

  private static String compact(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "");
  }
}
