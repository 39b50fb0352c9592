package io.autodidact.task;

import io.autodidact.task.ChangeClause.Named;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says a change in the words of the operation's summary, names put in for the nouns: {@code Receive
 * pieces of an item into a warehouse} becomes {@code receive 12 pieces of Blue Widget into Leeds
 * Depot}.
 */
final class SummaryClause {
  private static final Pattern CUT =
      Pattern.compile("(,|;|:|\\.| that (is|are|has|have|holds)\\b| which ).*");
  private final String summary;
  private final List<Named> entities;
  private final List<Named> values;
  private final boolean nouns;

  /**
   * @param nouns whether names are preceded by what they name
   */
  SummaryClause(String summary, List<Named> entities, List<Named> values, boolean nouns) {
    this.summary = summary;
    this.entities = new ArrayList<>(entities);
    this.entities.sort((a, b) -> Boolean.compare(isTarget(a), isTarget(b)));
    this.values = values;
    this.nouns = nouns;
  }

  /** Empty if the summary speaks of no entity; those it does not speak of are named behind. */
  Optional<String> say() {
    var text = CUT.matcher(summary).replaceFirst("");
    if (text.isBlank() || entities.isEmpty()) {
      return Optional.empty();
    }
    text = text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    var left = new ArrayList<Named>();
    for (Named value : values) {
      var replaced = withValue(text, value);
      replaced.ifPresentOrElse(ignored -> {}, () -> left.add(value));
      text = replaced.orElse(text);
    }
    var used = new ArrayList<String>();
    var behind = new StringBuilder();
    for (Named entity : entities) {
      var replaced = withEntity(text, entity, used.size());
      if (replaced.isPresent()) {
        used.add(name(entity));
        text = replaced.get();
      } else {
        behind.append(ChangeClause.placed(entity));
      }
    }
    if (used.isEmpty()) {
      return Optional.empty();
    }
    for (int i = 0; i < used.size(); i++) {
      text = text.replace("\u0001" + i + "\u0001", used.get(i));
    }
    return Optional.of(text + behind + ChangeClause.with(left));
  }

  private static boolean isTarget(Named entity) {
    return Words.of(entity.parameter().name()).getFirst().matches("to|into|new|target");
  }

  private String name(Named entity) {
    var plainName = entity.text().contains(" ") && !nouns;
    return plainName ? entity.text() : entity.mention();
  }

  /** The count before a plural, or the value in place of the words that describe it. */
  private static Optional<String> withValue(String text, Named value) {
    var words = Words.of(value.parameter().name());
    var plural = Pattern.compile("^(\\w+) (\\w+s (?:of|in|from|to|for) )").matcher(text);
    if (words.getLast().matches("quantity|amount|count") && words.size() == 1 && plural.find()) {
      var noun =
          value.text().equals("1")
              ? Words.singular(plural.group(2).substring(0, plural.group(2).indexOf(' ')))
                  + plural.group(2).substring(plural.group(2).indexOf(' '))
              : plural.group(2);
      return Optional.of(
          text.substring(0, plural.end(1))
              + " "
              + value.text()
              + " "
              + noun
              + text.substring(plural.end()));
    }
    var described = Pattern.compile("\\bthe ([a-z ]+)$").matcher(text);
    for (int from = 0; described.find(from); from = described.start() + 1) {
      var said = new HashSet<>(Words.of(described.group(1)));
      if (said.containsAll(words) && described.group(1).split(" ").length <= words.size() + 3) {
        return Optional.of(text.substring(0, described.start()) + value.text());
      }
    }
    return Optional.empty();
  }

  private static Optional<String> withEntity(String text, Named entity, int number) {
    var mark = Matcher.quoteReplacement("\u0001" + number + "\u0001");
    var noun =
        Pattern.compile(
                "\\b(?:an?|the|one|its) (?:(?!of |in |to |for |from )[a-z]+ ){0,2}?"
                    + Pattern.quote(entity.noun())
                    + "\\b")
            .matcher(text);
    if (noun.find()) {
      return Optional.of(noun.replaceFirst(mark));
    }
    var another = Pattern.compile("\\banother(?! [a-z])").matcher(text);
    return another.find() ? Optional.of(another.replaceFirst(mark)) : Optional.empty();
  }
}
