package io.autodidact.connector.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Writes parameter values in the styles of OpenAPI 3 (section "Style Values"). */
final class ParameterWriter {
  private ParameterWriter() {}

  /** The pairs of a query, {@code name=value}, encoded. */
  static List<String> query(Parameter parameter, JsonNode value) {
    var style = parameter.style();
    UnaryOperator<String> encode =
        style.reserved() ? Percent::encodeKeepingReserved : Percent::encode;
    var name = Percent.encode(parameter.name());
    if (style.name().equals("json")) {
      return List.of(name + "=" + Percent.encode(value.toString()));
    }
    if (style.name().equals("deepObject") && value.isContainer()) {
      var pairs = new ArrayList<String>();
      deep(name, value, pairs);
      return pairs;
    }
    if (value.isArray()) {
      var elements = texts(value).map(encode).toList();
      return style.explode()
          ? elements.stream().map(element -> name + "=" + element).toList()
          : List.of(name + "=" + String.join(separator(style), elements));
    }
    if (value.isObject()) {
      return style.explode()
          ? fields(value, "=", encode).toList()
          : List.of(name + "=" + fields(value, ",", encode).collect(Collectors.joining(",")));
    }
    return List.of(name + "=" + encode.apply(text(value)));
  }

  /** The text that takes the place of {@code {name}} in a path. */
  static String path(Parameter parameter, JsonNode value) {
    var style = parameter.style();
    return switch (style.name()) {
      case "label" -> "." + joined(value, style.explode() ? "." : ",", style, Percent::encode);
      case "matrix" -> matrix(parameter, value);
      default -> joined(value, ",", style, Percent::encode);
    };
  }

  /** The text of a header. */
  static String simple(Parameter parameter, JsonNode value) {
    return joined(value, ",", parameter.style(), UnaryOperator.identity());
  }

  private static String joined(
      JsonNode value, String separator, Parameter.Style style, UnaryOperator<String> encode) {
    if (style.name().equals("json")) {
      return encode.apply(value.toString());
    }
    if (value.isArray()) {
      return texts(value).map(encode).collect(Collectors.joining(separator));
    }
    return value.isObject()
        ? fields(value, style.explode() ? "=" : ",", encode).collect(Collectors.joining(separator))
        : encode.apply(text(value));
  }

  private static String matrix(Parameter parameter, JsonNode value) {
    var name = parameter.name();
    if (!parameter.style().explode() || !value.isContainer()) {
      return ";" + name + "=" + joined(value, ",", parameter.style(), Percent::encode);
    }
    var pairs =
        value.isArray()
            ? texts(value).map(element -> name + "=" + Percent.encode(element))
            : fields(value, "=", Percent::encode);
    return ";" + pairs.collect(Collectors.joining(";"));
  }

  private static void deep(String name, JsonNode value, List<String> pairs) {
    if (value.isObject()) {
      value
          .properties()
          .forEach(
              field ->
                  deep(name + "[" + Percent.encode(field.getKey()) + "]", field.getValue(), pairs));
    } else if (value.isArray()) {
      value.forEach(element -> deep(name, element, pairs));
    } else {
      pairs.add(name.replace("[", "%5B").replace("]", "%5D") + "=" + Percent.encode(text(value)));
    }
  }

  private static String separator(Parameter.Style style) {
    return switch (style.name()) {
      case "spaceDelimited" -> "%20";
      case "pipeDelimited" -> "%7C";
      default -> ",";
    };
  }

  private static Stream<String> texts(JsonNode array) {
    return array.valueStream().map(ParameterWriter::text);
  }

  private static Stream<String> fields(
      JsonNode object, String between, UnaryOperator<String> encode) {
    return object.properties().stream()
        .map(
            field -> encode.apply(field.getKey()) + between + encode.apply(text(field.getValue())));
  }

  static String text(JsonNode value) {
    return value.isContainer() ? value.toString() : value.asString("");
  }
}
