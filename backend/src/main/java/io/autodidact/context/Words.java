package io.autodidact.context;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The words of a text or a name: lower case, camel case cut, plural taken off. */
final class Words {
  private static final Pattern BORDER =
      Pattern.compile("[^\\p{L}\\p{N}]+|(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})");

  private static final Pattern EMAIL = Pattern.compile("(?i)\\be-mail\\b");

  private Words() {}

  static List<String> of(String text) {
    var written = EMAIL.matcher(text).replaceAll("email");
    var words = new ArrayList<String>();
    for (var part : BORDER.split(written)) {
      if (!part.isEmpty()) {
        words.add(singular(part.toLowerCase(Locale.ROOT)));
      }
    }
    return List.copyOf(words);
  }

  /** Harman's S stemmer (1991), rule by rule. */
  private static String singular(String word) {
    int length = word.length();
    if (length > 3 && word.endsWith("ies") && !word.matches(".*[ae]ies")) {
      return word.substring(0, length - 3) + "y";
    }
    if (length > 3 && word.endsWith("es") && !word.matches(".*[aeo]es")) {
      return word.substring(0, length - 1);
    }
    boolean plural = length > 3 && word.endsWith("s") && !word.matches(".*[us]s");
    return plural ? word.substring(0, length - 1) : word;
  }

  static Set<String> setOf(String text) {
    return new LinkedHashSet<>(of(text));
  }
}
