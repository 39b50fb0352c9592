package io.autodidact.context;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What a request talks about; tells which parts of a result matter to it. Not thread-safe. */
final class RequestWords {
  private static final int SHORTEST = 3;
  private static final Set<String> EVERYWHERE =
      Set.of("id", "name", "type", "is", "at", "of", "in");

  private final String text;
  private final Set<String> words;
  private final Map<String, Boolean> named = new HashMap<>();

  RequestWords(String request) {
    this.text = request.toLowerCase(Locale.ROOT);
    this.words = Words.setOf(request);
  }

  Set<String> words() {
    return words;
  }

  /** Whether every telling word of a field's name stands in the request. */
  boolean names(String label) {
    return named.computeIfAbsent(label, this::standsHere);
  }

  private boolean standsHere(String label) {
    var telling = Words.of(label).stream().filter(word -> !EVERYWHERE.contains(word)).toList();
    return !telling.isEmpty() && words.containsAll(telling);
  }

  /** Whether the value stands in the request, as words of their own. */
  boolean mentions(JsonNode value) {
    if (!value.isString() || value.asString().length() < SHORTEST) {
      return false;
    }
    var wanted = value.asString().toLowerCase(Locale.ROOT);
    for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
      if (isBorder(at - 1) && isBorder(at + wanted.length())) {
        return true;
      }
    }
    return false;
  }

  private boolean isBorder(int at) {
    return at < 0 || at >= text.length() || !Character.isLetterOrDigit(text.charAt(at));
  }
}
