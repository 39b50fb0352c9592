package io.autodidact.release;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * JSON in the one form that RFC 8785 gives it: members sorted by UTF-16 code units, no white space,
 * numbers as ECMAScript writes doubles. Equal values have equal bytes, so they can be signed.
 */
final class CanonicalJson {
  private static final BigDecimal LARGEST_EXACT = BigDecimal.valueOf(1L << 53);

  private CanonicalJson() {}

  static byte[] bytes(JsonNode node) {
    var text = new StringBuilder();
    write(node, text);
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void write(JsonNode node, StringBuilder text) {
    switch (node.getNodeType()) {
      case OBJECT -> writeObject(node, text);
      case ARRAY -> writeAll(List.copyOf(node.values()), text);
      case STRING -> writeString(node.stringValue(), text);
      case NUMBER -> text.append(number(node));
      case BOOLEAN, NULL -> text.append(node);
      case BINARY, MISSING, POJO ->
          throw new IllegalArgumentException("Not a JSON value: " + node.getNodeType());
    }
  }

  private static void writeObject(JsonNode node, StringBuilder text) {
    var names = new ArrayList<>(node.propertyNames());
    names.sort(null);
    text.append('{');
    for (int i = 0; i < names.size(); i++) {
      text.append(i == 0 ? "" : ",");
      writeString(names.get(i), text);
      text.append(':');
      write(node.get(names.get(i)), text);
    }
    text.append('}');
  }

  private static void writeAll(List<JsonNode> nodes, StringBuilder text) {
    text.append('[');
    for (int i = 0; i < nodes.size(); i++) {
      text.append(i == 0 ? "" : ",");
      write(nodes.get(i), text);
    }
    text.append(']');
  }

  private static void writeString(String value, StringBuilder text) {
    text.append('"');
    value
        .chars()
        .forEach(
            c -> {
              switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\b' -> text.append("\\b");
                case '\f' -> text.append("\\f");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> text.append(c < 0x20 ? "\\u%04x".formatted(c) : (char) c);
              }
            });
    text.append('"');
  }

  /** ECMA-262, Number::toString, for a double; whole numbers beyond 2^53 can not be written. */
  private static String number(JsonNode node) {
    if (node.isIntegralNumber() && node.decimalValue().abs().compareTo(LARGEST_EXACT) > 0) {
      throw new IllegalArgumentException("Too large for a JSON number, write it as text: " + node);
    }
    double value = node.doubleValue();
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      throw new IllegalArgumentException("Not a JSON number: " + value);
    }
    if (value == 0) {
      return "0";
    }
    var exact = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    var digits = exact.unscaledValue().abs().toString();
    int point = digits.length() - exact.scale();
    return (value < 0 ? "-" : "") + placed(digits, point);
  }

  private static String placed(String digits, int point) {
    int length = digits.length();
    if (length <= point && point <= 21) {
      return digits + "0".repeat(point - length);
    }
    if (0 < point && point <= 21) {
      return digits.substring(0, point) + "." + digits.substring(point);
    }
    if (-6 < point && point <= 0) {
      return "0." + "0".repeat(-point) + digits;
    }
    var fraction = length == 1 ? "" : "." + digits.substring(1);
    int exponent = point - 1;
    return digits.charAt(0) + fraction + "e" + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
  }
}
