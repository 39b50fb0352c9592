package io.autodidact.task;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Plain English from the names programs use. */
final class Words {
  private Words() {}

  /** {@code reorderLevel}, {@code reorder_level} and {@code reorder-level} are all two words. */
  static List<String> of(String name) {
    return Stream.of(
            name.replaceAll("([a-z0-9])([A-Z])", "$1 $2")
                .replaceAll("([A-Z]+)([A-Z][a-z])", "$1 $2")
                .split("[^A-Za-z0-9]+"))
        .filter(word -> !word.isEmpty())
        .map(word -> word.toLowerCase(Locale.ROOT))
        .toList();
  }

  static String phrase(String name) {
    return String.join(" ", of(name));
  }

  /** The name of a property as people say it. */
  static String property(String name) {
    return switch (phrase(name)) {
      case "email" -> "e-mail address";
      case "phone", "phone number" -> "phone number";
      case "sku" -> "SKU";
      case "url" -> "URL";
      default -> phrase(name);
    };
  }

  static String singular(String phrase) {
    var cut = phrase.lastIndexOf(' ') + 1;
    var word = phrase.substring(cut);
    var single = word;
    if (word.matches(".*[^aeiou]ies")) {
      single = word.substring(0, word.length() - 3) + "y";
    } else if (word.matches(".*(ss|x|zz|ch|sh|[^o]us|alias)es")) {
      single = word.substring(0, word.length() - 2);
    } else if (word.matches(".*[^su]s")) {
      single = word.substring(0, word.length() - 1);
    }
    return phrase.substring(0, cut) + single;
  }

  static String article(String phrase) {
    return (phrase.matches("(?i)[aeiou].*") ? "an " : "a ") + phrase;
  }

  static String capital(String sentence) {
    return sentence.isEmpty()
        ? sentence
        : sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
  }

  /** The noun phrase that a parameter like {@code fromWarehouseId} is about: from warehouse. */
  static Optional<String> referenced(String parameter) {
    var words = of(parameter);
    if (words.size() < 2 || !words.getLast().matches("id|uuid|guid")) {
      return Optional.empty();
    }
    return Optional.of(String.join(" ", words.subList(0, words.size() - 1)));
  }
}
