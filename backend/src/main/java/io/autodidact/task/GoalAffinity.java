package io.autodidact.task;

import io.autodidact.connector.Catalogue;
import io.autodidact.connector.Operation;
import io.autodidact.goal.GoalData;
import io.autodidact.task.TaskFamily.Change;
import io.autodidact.task.TaskFamily.Part;
import io.autodidact.task.TaskFamily.Question;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which families the goals speak of: those whose words (what is done, to what, with which value)
 * come up in a goal. Words are compared by their beginnings, so that reserving and reservation are
 * one.
 */
final class GoalAffinity {
  private static final int STEM = 5;

  /** Words that say nothing about the kind of work. */
  private static final Set<String> EMPTY =
      Set.of(
          "the", "and", "for", "with", "from", "into", "its", "that", "all", "item", "list",
          "name");

  private final Catalogue catalogue;
  private final List<Set<String>> goals = new ArrayList<>();

  GoalAffinity(Catalogue catalogue, List<GoalData> goals) {
    this.catalogue = catalogue;
    goals.forEach(
        goal -> this.goals.add(stems(goal.text().replaceFirst("(?i)(never|not ).*", ""))));
  }

  /** Families the goals speak of, in their order; all of them if the goals speak of few. */
  List<TaskFamily> wanted(List<TaskFamily> families) {
    var spokenOf = families.stream().filter(this::spokenOf).toList();
    return goals.isEmpty() || spokenOf.size() < Math.min(families.size(), 15) ? families : spokenOf;
  }

  private boolean spokenOf(TaskFamily family) {
    return family.parts().stream()
        .allMatch(part -> goals.stream().anyMatch(goal -> spokenOf(part, family, goal)));
  }

  /** Two of the part's own words in one goal, or all of them. */
  private boolean spokenOf(Part part, TaskFamily family, Set<String> goal) {
    var words = words(part, family);
    var common = new HashSet<>(words);
    common.retainAll(goal);
    return common.size() >= Math.min(2, words.size());
  }

  private Set<String> words(Part part, TaskFamily family) {
    return switch (part) {
      case Question(int entity, String field, boolean inFull) ->
          stems(
              family.entities().get(entity)
                  + " "
                  + Words.phrase(field)
                  + " "
                  + Words.property(field));
      case Change change -> {
        var operation = catalogue.find(change.operation()).orElseThrow();
        yield stems(Words.phrase(operation.name()) + " " + drawn(operation, change));
      }
    };
  }

  private static String drawn(Operation operation, Change change) {
    var text = new StringBuilder();
    for (Parameter parameter : Parameter.of(operation)) {
      if (change.arguments().get(parameter.pointer()) instanceof TaskFamily.Drawn) {
        text.append(' ').append(Words.property(parameter.name()));
      }
    }
    return text.toString();
  }

  private static Set<String> stems(String text) {
    var stems = new HashSet<String>();
    for (String word : NearDuplicates.words(text)) {
      if (word.length() > 2 && !EMPTY.contains(word)) {
        stems.add(word.substring(0, Math.min(STEM, word.length())));
      }
    }
    return stems;
  }
}
