package io.autodidact.sample.inventory.http;

import io.autodidact.sample.inventory.kernel.Refusal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The parameters behind the question mark. */
final class Query {

  private Query() {}

  static Map<String, String> parse(Optional<String> raw) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : raw.orElse("").split("&")) {
      int equals = pair.indexOf('=');
      if (pair.isEmpty()) {
        continue;
      }
      String name = decode(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
      if (parameters.putIfAbsent(name, value) != null) {
        throw Refusal.invalid(name, name + " is given more than once.");
      }
    }
    return parameters;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException broken) {
      throw Refusal.invalid(
          "query", "query is not percent-encoded as it should be: " + broken.getMessage());
    }
  }
}
