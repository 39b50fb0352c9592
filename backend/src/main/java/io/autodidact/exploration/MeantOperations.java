package io.autodidact.exploration;

import io.autodidact.connector.Catalogue;
import io.autodidact.connector.Operation;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which operations a goal in plain words seems to mean: those with two of whose words the goal has
 * in common, or all of them. Words are compared by their beginnings, so that reserving and
 * reservation are one. It asks no model, so it can answer while somebody types.
 */
public final class MeantOperations {
  private static final int STEM = 5;
  private static final Set<String> EMPTY =
      Set.of(
          "the", "and", "for", "with", "from", "into", "its", "that", "all", "get", "one", "any",
          "list", "page", "when", "what", "which", "are", "not", "has", "can", "must", "may",
          "should", "our", "new", "their", "them", "they", "this", "those", "who", "will", "was");

  /** What must never happen is said behind these words. */
  private static final Pattern FORBIDDING =
      Pattern.compile("(?is)\\b(never|not|don't|do not|without)\\b[^.;!?\\n]*");

  private MeantOperations() {}

  /**
   * An operation and why it seems meant.
   *
   * @param words of the goal, as the operation has them
   */
  public record Meant(Operation operation, List<String> words) {}

  /** The operations meant, those with the most words in common first. */
  public static List<Meant> by(String goal, Catalogue catalogue) {
    return matching(FORBIDDING.matcher(goal).replaceAll(" "), catalogue);
  }

  /** The operations that the text wants never to be used: what it says behind "never" or "not". */
  public static List<Meant> against(String goal, Catalogue catalogue) {
    var forbidding = FORBIDDING.matcher(goal);
    var said = forbidding.results().map(found -> found.group()).collect(Collectors.joining(" "));
    return matching(said.replaceAll("(?i)\\b(never|not|without)\\b", " "), catalogue);
  }

  private static List<Meant> matching(String text, Catalogue catalogue) {
    var wanted = stems(text);
    return catalogue.operations().stream()
        .map(operation -> new Meant(operation, shared(operation, wanted)))
        .filter(meant -> meant.words().size() >= Math.min(2, stems(own(meant.operation())).size()))
        .filter(meant -> !meant.words().isEmpty())
        .sorted(
            Comparator.comparingInt((Meant meant) -> -meant.words().size())
                .thenComparingInt(meant -> stems(own(meant.operation())).size())
                .thenComparing(meant -> meant.operation().name()))
        .toList();
  }

  private static List<String> shared(Operation operation, Set<String> wanted) {
    return Words.of(own(operation)).stream()
        .filter(word -> word.length() > 2 && !EMPTY.contains(word))
        .filter(word -> wanted.contains(stem(word)))
        .distinct()
        .toList();
  }

  private static String own(Operation operation) {
    return operation.name() + " " + operation.summary();
  }

  private static Set<String> stems(String text) {
    return Words.of(text).stream()
        .filter(word -> word.length() > 2 && !EMPTY.contains(word))
        .map(MeantOperations::stem)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String stem(String word) {
    return word.substring(0, Math.min(STEM, word.length()));
  }
}
