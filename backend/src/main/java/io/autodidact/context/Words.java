package io.autodidact.context;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.en.EnglishMinimalStemmer;

/** The words of a text or a name: lower case, camel case cut, plural taken off. */
final class Words {
  private static final Pattern BORDER =
      Pattern.compile("[^\\p{L}\\p{N}]+|(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})");

  private Words() {}

  static List<String> of(String text) {
    var stemmer = new EnglishMinimalStemmer();
    var words = new ArrayList<String>();
    for (var part : BORDER.split(text)) {
      if (!part.isEmpty()) {
        var letters = part.toLowerCase(Locale.ROOT).toCharArray();
        words.add(new String(letters, 0, stemmer.stem(letters, letters.length)));
      }
    }
    return List.copyOf(words);
  }

  static Set<String> setOf(String text) {
    return new LinkedHashSet<>(of(text));
  }
}
