package io.autodidact.task;

import io.autodidact.connector.Catalogue;
import io.autodidact.connector.Operation;
import io.autodidact.goal.GoalData;
import io.autodidact.task.TaskFamily.Change;
import io.autodidact.task.TaskFamily.OfEntity;
import io.autodidact.task.TaskFamily.Part;
import io.autodidact.task.TaskFamily.Question;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which families the goals speak of: those whose words (what is done, to what, with which value)
 * come up in a goal. Words are compared by their beginnings, so that reserving and reservation are
 * one. Where few families are found so, what they are done to counts as well, in the singular, and
 * switching off is the same matter as switching on.
 */
final class GoalAffinity {
  private static final int STEM = 5;

  /** Fewer families than this are too little to learn from. */
  private static final int ENOUGH = 15;

  /** Words that say nothing about the kind of work. */
  private static final Set<String> EMPTY =
      Set.of(
          "the", "and", "for", "with", "from", "into", "its", "that", "all", "item", "list",
          "name");

  private final Catalogue catalogue;
  private final List<String> goals;

  GoalAffinity(Catalogue catalogue, List<GoalData> goals) {
    this.catalogue = catalogue;
    this.goals =
        goals.stream().map(goal -> goal.text().replaceFirst("(?i)(never|not ).*", "")).toList();
  }

  /** Families the goals speak of, in their order; all of them if the goals speak of few. */
  List<TaskFamily> wanted(List<TaskFamily> families) {
    if (goals.isEmpty()) {
      return families;
    }
    var strictly = families.stream().filter(family -> spokenOf(family, false)).toList();
    if (strictly.size() >= Math.min(families.size(), ENOUGH)) {
      return strictly;
    }
    var broadly = families.stream().filter(family -> spokenOf(family, true)).toList();
    return broadly.size() < Math.min(families.size(), ENOUGH) ? families : broadly;
  }

  private boolean spokenOf(TaskFamily family, boolean broadly) {
    return family.parts().stream()
        .allMatch(
            part ->
                goals.stream()
                    .anyMatch(
                        goal ->
                            broadly
                                ? spokenOf(
                                    stems(plainly(words(part, family) + nouns(part, family))),
                                    stems(plainly(goal)))
                                : spokenOf(stems(words(part, family)), stems(goal))));
  }

  /** Two of the part's own words in one goal, or all of them. */
  private static boolean spokenOf(Set<String> words, Set<String> goal) {
    var common = new HashSet<>(words);
    common.retainAll(goal);
    return common.size() >= Math.min(2, words.size());
  }

  private String words(Part part, TaskFamily family) {
    return switch (part) {
      case Question(int entity, String field, boolean inFull) ->
          family.entities().get(entity) + " " + Words.phrase(field) + " " + Words.property(field);
      case Change change -> {
        var operation = catalogue.find(change.operation()).orElseThrow();
        yield Words.phrase(operation.name()) + " " + drawn(operation, change);
      }
    };
  }

  /** What the part is done to. */
  private static String nouns(Part part, TaskFamily family) {
    return part instanceof Change change
        ? change.arguments().values().stream()
            .filter(OfEntity.class::isInstance)
            .map(filler -> " " + family.entities().get(((OfEntity) filler).entity()))
            .collect(Collectors.joining())
        : "";
  }

  /** Words in the singular; disabled and enabled, deactivate and activate are one matter. */
  private static String plainly(String text) {
    return NearDuplicates.words(text).stream()
        .map(Words::singular)
        .map(word -> word.replaceFirst("^(dis|en)abl.*", "able"))
        .map(word -> word.replaceFirst("^(de|in)?activ.*", "active"))
        .collect(Collectors.joining(" "));
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
