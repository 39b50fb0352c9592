package io.autodidact.connector.openapi;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes the arguments that belong into the body. */
final class BodyWriter {
  /** A body and the media type that says how to read it. */
  record Written(String type, byte[] bytes) {}

  private BodyWriter() {}

  /** The body, or nothing where no argument belongs into it and it need not be there. */
  static Optional<Written> write(RequestBody form, ObjectNode arguments, Set<String> elsewhere) {
    if (form.whole().isPresent()) {
      var value = arguments.path(form.whole().get());
      return value.isMissingNode() ? Optional.empty() : Optional.of(whole(form, value));
    }
    var body = JsonNodeFactory.instance.objectNode();
    for (var argument : arguments.properties()) {
      var name = form.properties().get(argument.getKey());
      if (name != null) {
        body.set(name, argument.getValue());
      } else if (form.open() && !elsewhere.contains(argument.getKey())) {
        body.set(argument.getKey(), argument.getValue());
      }
    }
    // An empty JSON object is sent all the same: most servers refuse a body that is not there.
    return body.isEmpty() && !form.json() ? Optional.empty() : Optional.of(whole(form, body));
  }

  private static Written whole(RequestBody form, JsonNode value) {
    if (form.form() && value.isObject()) {
      return text(form.mediaType(), urlEncoded(value));
    }
    if (form.multipart() && value.isObject()) {
      var boundary = boundary(value);
      return text(form.mediaType() + "; boundary=" + boundary, multipart(value, boundary));
    }
    return form.json() || value.isContainer()
        ? text(form.json() ? form.mediaType() : "application/json", value.toString())
        : text(form.mediaType(), value.asString());
  }

  private static Written text(String type, String text) {
    return new Written(type, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String urlEncoded(JsonNode value) {
    var pairs = new ArrayList<String>();
    for (var field : value.properties()) {
      var name = Percent.encode(field.getKey()) + "=";
      if (field.getValue().isArray()) {
        field
            .getValue()
            .forEach(one -> pairs.add(name + Percent.encode(ParameterWriter.text(one))));
      } else {
        pairs.add(name + Percent.encode(ParameterWriter.text(field.getValue())));
      }
    }
    return String.join("&", pairs);
  }

  /** RFC 7578, texts only. */
  private static String multipart(JsonNode value, String boundary) {
    return value.properties().stream()
        .map(
            field ->
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(
                        boundary,
                        field.getKey().replaceAll("[\"\r\n]", "_"),
                        ParameterWriter.text(field.getValue())))
        .collect(Collectors.joining("", "", "--" + boundary + "--\r\n"));
  }

  /** A line that does not occur in the values. */
  private static String boundary(JsonNode value) {
    var boundary = "autodidact";
    while (value.toString().contains(boundary)) {
      boundary += Integer.toHexString(value.hashCode() & 0xffff) + "x";
    }
    return boundary;
  }
}
