package io.autodidact.connector.openapi;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A request before it is sent.
 *
 * @param headers may name a header twice
 * @param body empty where there is none
 */
record HttpCall(String method, URI uri, List<Field> headers, Optional<byte[]> body) {
  /** A header's name and value. */
  record Field(String name, String value) {}

  HttpCall {
    headers = List.copyOf(headers);
  }

  static HttpCall get(URI uri) {
    return new HttpCall("GET", uri, List.of(), Optional.empty());
  }

  /** Whether sending it twice does no more than sending it once. */
  boolean safe() {
    return method.equals("GET") || method.equals("HEAD");
  }

  HttpCall with(String name, String value) {
    var more = new ArrayList<>(headers);
    more.removeIf(field -> field.name().equalsIgnoreCase(name));
    more.add(new Field(name, value));
    return new HttpCall(method, uri, more, body);
  }

  /** With one more cookie, {@code name=value}, in the one header there may be. */
  HttpCall withCookie(String pair) {
    return headers.stream()
        .filter(field -> field.name().equalsIgnoreCase("Cookie"))
        .findFirst()
        .map(field -> with("Cookie", field.value() + "; " + pair))
        .orElseGet(() -> with("Cookie", pair));
  }

  HttpCall without(String name) {
    return new HttpCall(
        method,
        uri,
        headers.stream().filter(field -> !field.name().equalsIgnoreCase(name)).toList(),
        body);
  }

  boolean carries(String value) {
    return headers.stream().anyMatch(field -> field.value().equals(value));
  }

  HttpCall at(URI other) {
    return new HttpCall(method, other, headers, body);
  }
}
