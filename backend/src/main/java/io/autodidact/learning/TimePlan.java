package io.autodidact.learning;

import java.time.Duration;
import java.util.Map;

/**
 * Divides a run's time among its stages. Exams are never cut short, because half an exam proves
 * nothing: the first one shows what a sitting costs, and that is kept back for the last one, which
 * has a sitting after the warm start and one after the iterations. What is left is split between
 * the two ways of learning; where the second half would not hold one iteration, the warm start gets
 * all of it, and the exam needs one sitting only.
 */
record TimePlan(Duration total, Map<Stage, Duration> spent) {
  private static final double EXPLORE_SHARE = 0.10;
  private static final double WRITE_TASKS_SHARE = 0.20;
  private static final Duration TASKS_NEED = Duration.ofMinutes(3);
  private static final double MOST_FOR_TASKS = 0.4;
  private static final Duration UNLIMITED = Duration.ofDays(365);
  private static final double WARM_START_SHARE = 0.5;
  private static final double LEAST_LEARNING = 0.1;
  private static final Duration SIGNING = Duration.ofSeconds(5);

  /** Base model without and with examples. */
  private static final int FIRST_SITTINGS = 2;

  /** A sitting of the last exam in those of the first, whose candidates ramble more. */
  private static final double LAST_SITTING = 0.8;

  /** An iteration and the test after it, in sittings of the first exam, measured on two cores. */
  private static final double ITERATION = 1.2;

  TimePlan {
    spent = Map.copyOf(spent);
  }

  /** How long the stage may still take; zero when its time is over. */
  Duration left(Stage stage) {
    return notNegative(allotted(stage).minus(spent(stage)));
  }

  /** How long the stage may take in all, what it has taken so far included. */
  Duration allotted(Stage stage) {
    return switch (stage) {
      case EXPLORE -> share(total, EXPLORE_SHARE);
      case WRITE_TASKS -> writingTasks();
      case WARM_START -> warmStart();
      case ITERATE -> iterations();
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

  private Duration warmStart() {
    var both = learning(2);
    var iterations = both.minus(share(both, WARM_START_SHARE));
    var warmStart = holdsAnIteration(iterations) ? share(both, WARM_START_SHARE) : learning(1);
    var least = share(total, LEAST_LEARNING);
    return warmStart.compareTo(least) < 0 ? least : warmStart;
  }

  /** What the warm start has left over, if it is enough for anything. */
  private Duration iterations() {
    var left = learning(2).minus(spent(Stage.WARM_START));
    return holdsAnIteration(left) ? left : Duration.ZERO;
  }

  private boolean holdsAnIteration(Duration time) {
    return time.isPositive() && time.compareTo(share(sitting(), ITERATION)) >= 0;
  }

  /** The time for learning if the last exam has so many sittings. */
  private Duration learning(int sittings) {
    var before = spent(Stage.EXPLORE).plus(spent(Stage.WRITE_TASKS)).plus(spent(Stage.BASELINE));
    var exam = share(sitting(), sittings * LAST_SITTING);
    return notNegative(total.minus(before).minus(exam).minus(SIGNING));
  }

  /** What a sitting of the first exam took. */
  private Duration sitting() {
    return spent(Stage.BASELINE).dividedBy(FIRST_SITTINGS);
  }

  private Duration spent(Stage stage) {
    return spent.getOrDefault(stage, Duration.ZERO);
  }

  private static Duration share(Duration of, double share) {
    return Duration.ofMillis(Math.round(of.toMillis() * share));
  }

  private static Duration notNegative(Duration time) {
    return time.isNegative() ? Duration.ZERO : time;
  }
}
