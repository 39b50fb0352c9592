package io.autodidact.e2e.bench;

import io.autodidact.task.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How often checks were passed: by the reference, by doing nothing, by plans with one mistake. */
final class CheckFigures {
  private static final int HARDEST = 3;

  /** How many of how many passed. */
  private static final class Tally {
    private int passed;
    private int tried;

    void add(boolean pass) {
      tried++;
      passed += pass ? 1 : 0;
    }

    double rate() {
      return tried == 0 ? 0 : (double) passed / tried;
    }

    String percent() {
      return "%6.2f %% of %d".formatted(100 * rate(), tried);
    }
  }

  /** The tasks of one difficulty, or all. */
  private static final class Group {
    private final Tally reference = new Tally();
    private final Tally nothing = new Tally();
    private final Tally mutated = new Tally();

    ObjectNode json() {
      return JsonMapper.shared()
          .createObjectNode()
          .put("tasks", reference.tried)
          .put("reference", reference.rate())
          .put("nothing", nothing.rate())
          .put("mutated", mutated.rate())
          .put("mutations", mutated.tried);
    }
  }

  private final Group all = new Group();
  private final Map<Integer, Group> byDifficulty = new TreeMap<>();
  private final Map<String, Tally> byMistake = new TreeMap<>();
  private final List<String> escaped = new ArrayList<>();
  private int equivalent;

  CheckFigures() {
    for (int difficulty = 1; difficulty <= HARDEST; difficulty++) {
      byDifficulty.put(difficulty, new Group());
    }
  }

  private List<Group> of(Task task) {
    return List.of(all, byDifficulty.getOrDefault(task.difficulty(), all));
  }

  void nothing(Task task, boolean passed) {
    of(task).forEach(group -> group.nothing.add(passed));
  }

  void reference(Task task, boolean passed) {
    of(task).forEach(group -> group.reference.add(passed));
    if (!passed) {
      escaped.add("reference fails: " + task.request());
    }
  }

  /**
   * @param did the calls that were made
   */
  void mutated(Task task, String mistake, boolean passed, String did) {
    of(task).forEach(group -> group.mutated.add(passed));
    byMistake.computeIfAbsent(mistake, _ -> new Tally()).add(passed);
    if (passed) {
      escaped.add(mistake + " passes: " + task.request() + " by " + did);
    }
  }

  /** A mistake that is none. */
  void equivalent() {
    equivalent++;
  }

  void print() {
    System.out.println("reference plan " + all.reference.percent() + " pass");
    System.out.println("doing nothing  " + all.nothing.percent() + " pass");
    System.out.println(
        "one mistake    "
            + all.mutated.percent()
            + " pass; %d left out as equivalent".formatted(equivalent));
    byMistake.forEach((kind, tally) -> System.out.printf("  %-15s%s%n", kind, tally.percent()));
    byDifficulty.forEach(
        (difficulty, group) ->
            System.out.printf(
                "difficulty %d: reference %s, nothing %s, one mistake %s%n",
                difficulty,
                group.reference.percent(),
                group.nothing.percent(),
                group.mutated.percent()));
    escaped.forEach(one -> System.out.println("  " + one));
  }

  ObjectNode json() {
    var report = all.json().put("equivalent", equivalent);
    var groups = report.putObject("byDifficulty");
    byDifficulty.forEach((difficulty, group) -> groups.set("" + difficulty, group.json()));
    var mistakes = report.putObject("byMistake");
    byMistake.forEach((kind, tally) -> mistakes.put(kind, tally.rate()));
    return report;
  }
}
