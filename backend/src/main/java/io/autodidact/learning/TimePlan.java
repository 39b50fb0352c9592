package io.autodidact.learning;

import java.time.Duration;
import java.util.Map;

/**
 * Divides a run's time among its stages. Exams are never cut short, because half an exam proves
 * nothing: the first one shows what an exam costs, four fifths of that are kept back for the last
 * one (whose candidates ramble less), and the rest is split between the two ways of learning.
 */
record TimePlan(Duration total, Map<Stage, Duration> spent) {
  private static final double EXPLORE_SHARE = 0.10;
  private static final double WRITE_TASKS_SHARE = 0.20;
  private static final Duration TASKS_NEED = Duration.ofMinutes(3);
  private static final double MOST_FOR_TASKS = 0.4;
  private static final Duration UNLIMITED = Duration.ofDays(365);
  private static final double WARM_START_SHARE = 0.5;
  private static final double EXAM_RESERVE = 0.8;
  private static final double LEAST_LEARNING = 0.2;

  TimePlan {
    spent = Map.copyOf(spent);
  }

  /** How long the stage may still take; zero when its time is over. */
  Duration left(Stage stage) {
    var left = allotted(stage).minus(spent(stage));
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** How long the stage may take in all, what it has taken so far included. */
  Duration allotted(Stage stage) {
    return switch (stage) {
      case EXPLORE -> share(total, EXPLORE_SHARE);
      case WRITE_TASKS -> writingTasks();
      case WARM_START -> share(learning(), WARM_START_SHARE);
      case ITERATE -> learning().minus(spent(Stage.WARM_START));
      case BASELINE, EXAMINE, RELEASE, DONE -> UNLIMITED;
    };
  }

  /** Without enough tasks there is no exam: a short run gives them a larger share. */
  private Duration writingTasks() {
    var usual = share(total, WRITE_TASKS_SHARE);
    var most = share(total, MOST_FOR_TASKS);
    var wanted = usual.compareTo(TASKS_NEED) < 0 ? TASKS_NEED : usual;
    return wanted.compareTo(most) < 0 ? wanted : most;
  }

  /** The time of warm start and iterations together. */
  private Duration learning() {
    var before = spent(Stage.EXPLORE).plus(spent(Stage.WRITE_TASKS)).plus(spent(Stage.BASELINE));
    var left = total.minus(before).minus(share(spent(Stage.BASELINE), EXAM_RESERVE));
    var least = share(total, LEAST_LEARNING);
    return left.compareTo(least) < 0 ? least : left;
  }

  private Duration spent(Stage stage) {
    return spent.getOrDefault(stage, Duration.ZERO);
  }

  private static Duration share(Duration of, double share) {
    return Duration.ofMillis(Math.round(of.toMillis() * share));
  }
}
