package io.autodidact.task;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Tells whether a request says what a kept one says already. Not thread-safe. */
final class NearDuplicates {
  private static final double NEAR = 0.8;
  private final Map<String, List<Set<String>>> kept = new HashMap<>();

  /**
   * Keeps the request unless a kept one of its family is about the same entities in nearly the same
   * words.
   */
  boolean keep(String family, List<String> about, String request) {
    var words = words(request);
    if (of(family, about).stream().anyMatch(other -> jaccard(words, other) >= NEAR)) {
      return false;
    }
    add(family, about, request);
    return true;
  }

  /** Takes in a request that is kept already. */
  void add(String family, List<String> about, String request) {
    of(family, about).add(words(request));
  }

  private List<Set<String>> of(String family, List<String> about) {
    return kept.computeIfAbsent(family + about, ignored -> new ArrayList<>());
  }

  static double jaccard(Set<String> left, Set<String> right) {
    var both = new HashSet<>(left);
    both.retainAll(right);
    var either = left.size() + right.size() - both.size();
    return either == 0 ? 1 : (double) both.size() / either;
  }

  static Set<String> words(String text) {
    return java.util.Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
        .collect(java.util.stream.Collectors.toSet());
  }
}
