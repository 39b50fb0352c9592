package io.autodidact.connector.openapi;

import io.autodidact.connector.Effect;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Guesses what an operation does to the software's state, and says why. */
record Effects(Effect effect, String reason) {
  private static final Set<String> DESTROYING =
      Set.of(
          "delete",
          "remove",
          "destroy",
          "purge",
          "wipe",
          "erase",
          "clear",
          "drop",
          "truncate",
          "reset",
          "revoke",
          "terminate",
          "flush",
          "unregister",
          "uninstall",
          "deprovision");
  private static final Set<String> LOOKING =
      Set.of(
          "search",
          "query",
          "find",
          "filter",
          "lookup",
          "list",
          "count",
          "preview",
          "validate",
          "check",
          "verify",
          "evaluate",
          "estimate",
          "calculate",
          "describe",
          "suggest",
          "match");

  static Effects of(String method, String name, String template) {
    var words = words(name, template);
    return switch (method) {
      case "GET", "HEAD", "OPTIONS" -> new Effects(Effect.READ, method + " only reads");
      case "DELETE" -> new Effects(Effect.DESTRUCTIVE, "DELETE takes something away");
      case "POST" -> posted(words);
      default -> changing(method, words);
    };
  }

  private static Effects posted(Set<String> words) {
    var destroying = first(words, DESTROYING);
    if (!destroying.isEmpty()) {
      return destroying(destroying.getFirst());
    }
    var looking = first(words, LOOKING);
    return looking.isEmpty()
        ? new Effects(Effect.WRITE, "POST creates or changes something")
        : new Effects(
            Effect.READ, "its name says \"" + looking.getFirst() + "\", which only looks");
  }

  private static Effects changing(String method, Set<String> words) {
    var destroying = first(words, DESTROYING);
    return destroying.isEmpty()
        ? new Effects(Effect.WRITE, method + " changes something")
        : destroying(destroying.getFirst());
  }

  private static Effects destroying(String word) {
    return new Effects(Effect.DESTRUCTIVE, "its name says \"" + word + "\"");
  }

  private static List<String> first(Set<String> words, Set<String> known) {
    return words.stream().filter(known::contains).limit(1).toList();
  }

  /** The verb of the name, and the last fixed part of the path. */
  private static Set<String> words(String name, String template) {
    var words = new LinkedHashSet<String>();
    words.add(name.split("_", 2)[0]);
    var segments = template.split("/");
    var last = segments.length == 0 ? "" : segments[segments.length - 1];
    if (!last.contains("{")) {
      words.addAll(List.of(Names.snakeCase(last).toLowerCase(Locale.ROOT).split("_")));
    }
    return words;
  }
}
