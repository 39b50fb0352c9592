package io.autodidact.task;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How JSON values are compared, recognised and put together here. */
final class Values {
  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Set<String> ID_NAMES = Set.of("id", "_id", "uuid", "guid");
  private static final List<String> ID_ENDINGS =
      List.of("Id", "ID", "Uuid", "UUID", "_id", "-id", "_uuid", "-uuid");
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{16,}|[A-Za-z0-9_-]{22,}");
  private static final Pattern INSTANT =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?(Z|[+-].*)?");
  private static final Pattern CLOCK_NAME =
      Pattern.compile(
          "(?i).*(creat|updat|modif|chang|last|timestamp).*|.*(At|On|Time|Since)|time|date");

  private Values() {}

  /** Numbers by value, everything else by equality: 5 and 5.0 are the same. */
  static boolean same(JsonNode left, JsonNode right) {
    if (left.isNumber() && right.isNumber()) {
      return left.decimalValue().compareTo(right.decimalValue()) == 0;
    }
    return left.equals(right);
  }

  /** The value as one word of a place or a request: no quotes, no trailing zeros. */
  static String text(JsonNode value) {
    if (value.isNumber()) {
      return value.decimalValue().stripTrailingZeros().toPlainString();
    }
    return value.isValueNode() ? value.asString() : value.toString();
  }

  /** A string no person would say: a UUID, a hash, a token. */
  static boolean opaque(String text) {
    return UUID.matcher(text).matches()
        || (HASH.matcher(text).matches() && text.chars().anyMatch(Character::isDigit));
  }

  /** A moment that the software took from its own clock. */
  static boolean clockReading(String field, JsonNode value) {
    var moment =
        value.isString()
            ? INSTANT.matcher(value.asString()).matches()
            : value.isIntegralNumber() && value.asLong() > 1_000_000_000L;
    return moment && CLOCK_NAME.matcher(field).matches();
  }

  /** Whether a field of that name holds the id of something, judged by the name alone. */
  static boolean idName(String field) {
    for (var ending : ID_ENDINGS) {
      if (field.endsWith(ending) && endsWord(field, ending)) {
        return true;
      }
    }
    return ID_NAMES.contains(field.toLowerCase(Locale.ROOT));
  }

  /** Whether a small letter or a digit stands before the ending. */
  private static boolean endsWord(String field, String ending) {
    int before = field.length() - ending.length() - 1;
    return before >= 0
        && (Character.isLowerCase(field.charAt(before)) || Character.isDigit(field.charAt(before)));
  }

  /** Puts a value at a JSON Pointer, making the objects and arrays on the way. */
  static void put(ObjectNode root, String pointer, JsonNode value) {
    JsonNode at = root;
    var segments = pointer.substring(1).split("/", -1);
    for (int i = 0; i < segments.length; i++) {
      var last = i == segments.length - 1;
      var next = last ? value : container(at, segments[i], segments[i + 1]);
      set(at, segments[i], next);
      at = next;
    }
  }

  private static JsonNode container(JsonNode at, String segment, String following) {
    JsonNode present =
        at instanceof ArrayNode array
            ? array.path(Integer.parseInt(segment))
            : at.path(unescape(segment));
    if (present.isContainer()) {
      return present;
    }
    var nodes = JsonNodeFactory.instance;
    return following.matches("\\d+") ? nodes.arrayNode() : nodes.objectNode();
  }

  private static void set(JsonNode at, String segment, JsonNode value) {
    switch (at) {
      case ArrayNode array when Integer.parseInt(segment) < array.size() ->
          array.set(Integer.parseInt(segment), value);
      case ArrayNode array -> array.add(value);
      case ObjectNode object -> object.set(unescape(segment), value);
      default -> throw new IllegalArgumentException("Nothing can be put below " + at);
    }
  }

  private static String unescape(String segment) {
    return segment.replace("~1", "/").replace("~0", "~");
  }
}
