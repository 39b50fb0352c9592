package io.autodidact.sample.inventory.kernel;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks for a piece of text in some values, whatever the case of the letters. */
public record Search(Optional<String> text) {

  public boolean matches(String... values) {
    return text.isEmpty() || Stream.of(values).anyMatch(value -> contains(value, text.get()));
  }

  private static boolean contains(String value, String part) {
    return value.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
  }
}
