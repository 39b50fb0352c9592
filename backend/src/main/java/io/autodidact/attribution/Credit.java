package io.autodidact.attribution;

import io.autodidact.attribution.Attribution.Evidence;
import io.autodidact.attribution.Trails.UsedBy;
import io.autodidact.task.Task;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A verdict in the making: what is said of one turn, before it is known which. */
record Credit(Verdict verdict, String reason, List<Evidence> evidence) {
  static Credit good(String reason, Evidence... evidence) {
    return new Credit(Verdict.GOOD, reason, List.of(evidence));
  }

  static Credit bad(String reason, Evidence... evidence) {
    return new Credit(Verdict.BAD, reason, List.of(evidence));
  }

  static Credit abstain(String reason, Evidence... evidence) {
    return new Credit(Verdict.ABSTAIN, reason, List.of(evidence));
  }

  static Credit used(UsedBy use) {
    var value = use.source().leaf();
    return good(
        "Step %d needed %s, which this step found".formatted(number(use.turn()), value.text()),
        other(use.turn()),
        new Evidence.Value(use.source().turn(), value.path(), value.text()));
  }

  /** Places of checks as evidence. */
  Credit with(Task task, Collection<Integer> expected) {
    var more = new ArrayList<>(evidence);
    for (int index : expected) {
      more.add(new Evidence.Check(index, place(task, index)));
    }
    return new Credit(verdict, reason, List.copyOf(more));
  }

  Attribution of(int step) {
    return new Attribution(step, verdict, reason, evidence);
  }

  static Evidence other(int turn) {
    return new Evidence.OtherStep(turn);
  }

  /** Steps as people count them. */
  static int number(int turn) {
    return turn + 1;
  }

  static String place(Task task, int expected) {
    return expected < task.checks().expected().size()
        ? task.checks().expected().get(expected).place()
        : "check " + number(expected);
  }

  /** Some of the places, enough for a sentence. */
  static String places(Collection<String> places) {
    var shown = String.join(", ", places.stream().limit(2).toList());
    return places.size() > 2 ? shown + " and %d more".formatted(places.size() - 2) : shown;
  }
}
