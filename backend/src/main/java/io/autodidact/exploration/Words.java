package io.autodidact.exploration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The words in a technical name: {@code client-scopes}, {@code clientScopeId} and the like. */
final class Words {
  private static final Pattern BREAK =
      Pattern.compile("[^\\p{L}\\p{N}]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

  private Words() {}

  /** Small letters, each in the singular. */
  static List<String> of(String name) {
    var words = new ArrayList<String>();
    for (var word : BREAK.split(name)) {
      if (!word.isEmpty()) {
        words.add(singular(word.toLowerCase(Locale.ROOT)));
      }
    }
    return List.copyOf(words);
  }

  private static String singular(String word) {
    if (word.length() > 4 && word.endsWith("ies")) {
      return word.substring(0, word.length() - 3) + "y";
    }
    if (word.matches(".{2,}(ss|sh|ch|x)es")) {
      return word.substring(0, word.length() - 2);
    }
    if (word.length() > 3 && word.endsWith("s") && !word.matches(".*(ss|us|is)")) {
      return word.substring(0, word.length() - 1);
    }
    return word;
  }

  /** How much two names mean the same kind of thing: 1 for the same words, 0 for none in common. */
  static double likeness(List<String> one, List<String> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return 0;
    }
    if (one.equals(other)) {
      return 1;
    }
    var shared = one.stream().filter(other::contains).count();
    var sameHead = one.getLast().equals(other.getLast());
    var share = (double) shared / Math.max(one.size(), other.size());
    return sameHead ? Math.max(0.6, share) : 0.25 * share;
  }
}
