package io.autodidact.connector.openapi;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Finds the words in an error: problem documents (RFC 9457), OAuth errors, and the many forms of
 * {@code message}, {@code error} and {@code errors}.
 */
final class Problem {
  private static final int LONGEST = 600;
  private static final List<String> WORDS =
      List.of(
          "detail",
          "message",
          "errorMessage",
          "error_message",
          "error_description",
          "error",
          "title",
          "reason",
          "description",
          "msg");
  private static final List<String> LISTS =
      List.of(
          "errors",
          "violations",
          "invalid-params",
          "invalidParams",
          "details",
          "detail",
          "fieldErrors");
  private static final List<String> PLACES =
      List.of("field", "name", "pointer", "path", "property", "loc", "parameter", "param");

  private Problem() {}

  static String message(HttpAnswer answer, JsonNode body) {
    var said = new LinkedHashSet<String>();
    collect(body, said);
    if (said.isEmpty() && answer.mediaType().startsWith("text/plain")) {
      said.add(answer.text().strip());
    }
    var message = said.stream().filter(text -> !text.isBlank()).collect(Collectors.joining("; "));
    if (message.isEmpty()) {
      message = "The software answered " + answer.status() + " and gave no reason.";
    }
    return message.length() <= LONGEST ? message : message.substring(0, LONGEST) + "…";
  }

  private static void collect(JsonNode body, Set<String> said) {
    if (body.isString()) {
      said.add(body.stringValue());
      return;
    }
    WORDS.stream()
        .map(body::path)
        .filter(JsonNode::isString)
        .map(JsonNode::stringValue)
        .filter(text -> !text.isBlank())
        .findFirst()
        .ifPresent(said::add);
    if (body.path("error").isObject()) {
      collect(body.get("error"), said);
    }
    for (var list : LISTS) {
      said.addAll(listed(body.path(list)));
    }
  }

  /** Each entry with the field it is about, as {@code quantity: must be positive}. */
  private static List<String> listed(JsonNode errors) {
    var listed = new ArrayList<String>();
    if (errors.isObject()) {
      errors.properties().forEach(e -> listed.add(e.getKey() + ": " + plain(e.getValue())));
    }
    for (var error : Document.elements(errors)) {
      var words =
          WORDS.stream().map(error::path).filter(JsonNode::isString).map(JsonNode::stringValue);
      var place = PLACES.stream().map(error::path).filter(p -> !p.isMissingNode()).findFirst();
      var text = error.isString() ? error.stringValue() : words.findFirst().orElse("");
      if (!text.isEmpty()) {
        listed.add(place.map(Problem::plain).map(at -> at + ": ").orElse("") + text);
      }
    }
    return listed;
  }

  private static String plain(JsonNode value) {
    return value.isArray()
        ? Document.elements(value).stream().map(Problem::plain).collect(Collectors.joining("."))
        : value.isString() ? value.stringValue() : value.toString();
  }
}
