package io.autodidact.task;

import io.autodidact.task.Checks.Difference;
import io.autodidact.task.TaskFamily.Change;
import io.autodidact.task.TaskFamily.Drawn;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Values that a request states and the software's state does not show, by what they are given to.
 */
final class UnseenValues {
  private UnseenValues() {}

  /** The arguments, as operation and pointer, whose values none of the changes shows. */
  static Set<String> of(Draft draft, List<Difference> changes) {
    var unseen = new HashSet<String>();
    for (int i = 0; i < draft.values().size(); i++) {
      if (draft.family().parts().get(i) instanceof Change change) {
        draft
            .values()
            .get(i)
            .forEach(
                (pointer, value) -> {
                  if (!shows(changes, pointer, value)) {
                    unseen.add(change.operation() + " " + pointer);
                  }
                });
      }
    }
    return unseen;
  }

  /** The arguments of a family, named likewise, for which values are drawn. */
  static Set<String> drawn(TaskFamily family) {
    var drawn = new HashSet<String>();
    for (var part : family.parts()) {
      if (part instanceof Change change) {
        change
            .arguments()
            .forEach(
                (pointer, filler) -> {
                  if (filler instanceof Drawn) {
                    drawn.add(change.operation() + " " + pointer);
                  }
                });
      }
    }
    return drawn;
  }

  /**
   * As a value, or in the name of a place: the key or the content of an element. Where a value is
   * one of two, any change may have it: it must stand where its argument's name says.
   */
  private static boolean shows(List<Difference> changes, String pointer, JsonNode value) {
    var text = Values.text(value);
    var name = "/" + pointer.substring(pointer.lastIndexOf('/') + 1);
    return changes.stream()
        .anyMatch(
            change ->
                value.isBoolean()
                    ? Values.same(change.after(), value) && change.place().endsWith(name)
                    : Values.same(change.after(), value) || change.place().contains(text));
  }
}
