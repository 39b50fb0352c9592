package io.autodidact.environment;

import java.util.Locale;

/** What the things are called that paths and parameters speak of. */
final class Nouns {
  private Nouns() {}

  /** {@code Workspaces} as {@code workspace}; fit to name a variable. */
  static String singular(String segment) {
    var word = segment.replaceAll("[^A-Za-z0-9]+", "_").toLowerCase(Locale.ROOT);
    if (word.matches(".*[^aeiou]ies")) {
      return word.substring(0, word.length() - 3) + "y";
    }
    if (word.matches(".*(ss|x|zz|ch|sh)es")) {
      return word.substring(0, word.length() - 2);
    }
    return word.matches(".*[^su]s") ? word.substring(0, word.length() - 1) : word;
  }

  /** Letters and digits only, all small. */
  static String plain(String name) {
    return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
  }
}
