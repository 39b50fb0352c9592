package io.autodidact.exploration;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Affinity by shared words: the share of an operation's words that the goals mention. */
public final class WordAffinity implements Affinity {
  private static final Set<String> COMMON =
      Set.of(
          "a", "an", "the", "of", "to", "and", "or", "in", "by", "for", "with", "get", "it", "is");

  private static final int ENOUGH = 8;

  private final Set<String> wanted = new HashSet<>();

  public WordAffinity(List<String> goals) {
    goals.forEach(goal -> wanted.addAll(Words.of(goal)));
    wanted.removeAll(COMMON);
  }

  @Override
  public double of(String text) {
    var words = new HashSet<>(Words.of(text));
    words.removeAll(COMMON);
    var shared = words.stream().filter(wanted::contains).count();
    return words.isEmpty() ? 0 : Math.min(1, shared / (double) Math.min(ENOUGH, words.size()));
  }
}
