package io.autodidact.sample.inventory.http;

import io.autodidact.sample.inventory.http.Reading.Fits;
import io.autodidact.sample.inventory.http.Reading.Misfit;
import io.autodidact.sample.inventory.kernel.Id;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.StringNode;

/** Which JSON values a field takes, and what they become. */
@FunctionalInterface
public interface Shape<T> {

  /** The most pieces or money that one field may say. */
  int MOST = 1_000_000;

  Pattern EMAIL = Pattern.compile("[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
  Pattern PHONE = Pattern.compile("[0-9+()./ x-]{5,30}");

  Reading<T> read(JsonNode value);

  /** Reads what came without quotes, as in a query: "12" may be a number or a text. */
  default Reading<T> readText(String text) {
    return read(StringNode.valueOf(text)) instanceof Fits<T> fits ? fits : read(scalar(text));
  }

  private static JsonNode scalar(String text) {
    if (text.matches("-?[0-9]{1,9}")) {
      return IntNode.valueOf(Integer.parseInt(text));
    }
    return switch (text) {
      case "true" -> BooleanNode.TRUE;
      case "false" -> BooleanNode.FALSE;
      default -> StringNode.valueOf(text);
    };
  }

  /** Text that is not blank, without the blanks around it. */
  static Shape<String> text(int longest) {
    return value -> {
      String text = value.isString() ? value.stringValue().strip() : "";
      return text.isEmpty() || text.length() > longest
          ? new Misfit<>("must be a text of 1 to " + longest + " characters")
          : new Fits<>(text);
    };
  }

  static Shape<String> email() {
    return matching(EMAIL, 120, "must be an e-mail address such as jo@example.com");
  }

  static Shape<String> phone() {
    return matching(PHONE, 30, "must be a telephone number of 5 to 30 digits and signs");
  }

  static Shape<Integer> number(int least, int most) {
    return value ->
        value.isIntegralNumber()
                && value.canConvertToInt()
                && value.intValue() >= least
                && value.intValue() <= most
            ? new Fits<>(value.intValue())
            : new Misfit<>("must be a whole number from " + least + " to " + most);
  }

  /** How many pieces: at least one. */
  static Shape<Integer> quantity() {
    return number(1, MOST);
  }

  /** An amount of money of at most two decimals. */
  static Shape<BigDecimal> money() {
    return value -> {
      boolean fits =
          value.isNumber()
              && value.decimalValue().signum() >= 0
              && value.decimalValue().compareTo(BigDecimal.valueOf(MOST)) <= 0
              && value.decimalValue().stripTrailingZeros().scale() <= 2;
      return fits
          ? new Fits<>(value.decimalValue().setScale(2, RoundingMode.UNNECESSARY))
          : new Misfit<>("must be an amount from 0 to " + MOST + " with at most two decimals");
    };
  }

  static Shape<Boolean> flag() {
    return value ->
        value.isBoolean()
            ? new Fits<>(value.booleanValue())
            : new Misfit<>("must be true or false");
  }

  static <T> Shape<Id<T>> id() {
    return value ->
        switch (number(1, Integer.MAX_VALUE).read(value)) {
          case Fits<Integer>(Integer id) -> new Fits<>(new Id<>(id));
          case Misfit<Integer> misfit ->
              new Misfit<>("must be an id: a whole number that the inventory gave out");
        };
  }

  static <E extends Enum<E>> Shape<E> oneOf(Class<E> type) {
    return value ->
        Stream.of(type.getEnumConstants())
            .filter(constant -> value.isString() && constant.name().equals(value.stringValue()))
            .findFirst()
            .<Reading<E>>map(Fits::new)
            .orElseGet(
                () ->
                    new Misfit<>(
                        "must be one of "
                            + Stream.of(type.getEnumConstants())
                                .map(Enum::name)
                                .collect(Collectors.joining(", "))));
  }

  private static Shape<String> matching(Pattern pattern, int longest, String expectation) {
    return value ->
        value.isString()
                && value.stringValue().length() <= longest
                && pattern.matcher(value.stringValue()).matches()
            ? new Fits<>(value.stringValue())
            : new Misfit<>(expectation);
  }
}
