package io.autodidact.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TimePlanTest {
  private static final Duration TWENTY = Duration.ofMinutes(20);

  @Test
  void learningGetsWhatExploringWritingAndExamsLeaveOver() {
    var plan = after(TWENTY, Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMinutes(5));

    var warmStart = plan.allotted(Stage.WARM_START);
    var exam = Duration.ofMinutes(4);

    assertThat(total(plan, warmStart, exam)).isBetween(TWENTY.minusSeconds(10), TWENTY);
    assertThat(warmStart).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(5));
  }

  @Test
  void aShortRunKeepsBackWhatItsExamWillCost() {
    var five = Duration.ofMinutes(5);
    var plan = after(five, Duration.ofSeconds(20), Duration.ofSeconds(100), Duration.ofSeconds(70));

    var warmStart = plan.allotted(Stage.WARM_START);
    var oneSitting = Duration.ofSeconds(28);

    assertThat(warmStart).isGreaterThan(Duration.ofSeconds(60));
    assertThat(with(plan, Stage.WARM_START, warmStart).allotted(Stage.ITERATE)).isZero();
    assertThat(total(plan, warmStart, oneSitting)).isBetween(five.minusSeconds(10), five);
  }

  @Test
  void iterationsGoOnWhereTheWarmStartWasOverEarly() {
    var plan = after(TWENTY, Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMinutes(2));

    var early = with(plan, Stage.WARM_START, Duration.ofMinutes(2));

    assertThat(early.allotted(Stage.ITERATE)).isGreaterThan(Duration.ofMinutes(12));
  }

  @Test
  void timeSpentBeforeAnInterruptionCounts() {
    var plan = new TimePlan(TWENTY, Map.of(Stage.EXPLORE, Duration.ofSeconds(90)));

    assertThat(plan.left(Stage.EXPLORE)).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void aStageWhoseTimeIsOverHasNoneLeft() {
    var plan = new TimePlan(TWENTY, Map.of(Stage.EXPLORE, Duration.ofHours(1)));

    assertThat(plan.left(Stage.EXPLORE)).isZero();
  }

  @Test
  void aShortRunStillGetsTheTasksOfAnExam() {
    var plan = new TimePlan(Duration.ofMinutes(5), Map.of());

    assertThat(plan.allotted(Stage.WRITE_TASKS)).isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void anExamIsNeverCutShort() {
    var plan = new TimePlan(Duration.ofMinutes(5), Map.of(Stage.EXAMINE, Duration.ofMinutes(20)));

    assertThat(plan.left(Stage.EXAMINE)).isGreaterThan(Duration.ofHours(1));
  }

  @Test
  void somethingIsLearnedEvenWhereTheFirstExamTookVeryLong() {
    var plan = new TimePlan(TWENTY, Map.of(Stage.BASELINE, Duration.ofMinutes(19)));

    assertThat(plan.allotted(Stage.WARM_START)).isPositive();
  }

  private static TimePlan after(
      Duration total, Duration exploring, Duration writing, Duration exam) {
    return new TimePlan(
        total, Map.of(Stage.EXPLORE, exploring, Stage.WRITE_TASKS, writing, Stage.BASELINE, exam));
  }

  private static TimePlan with(TimePlan plan, Stage stage, Duration spent) {
    var all = new EnumMap<>(plan.spent());
    all.put(stage, spent);
    return new TimePlan(plan.total(), all);
  }

  /** How long the run takes in all if every stage takes what it may. */
  private static Duration total(TimePlan plan, Duration warmStart, Duration lastExam) {
    var before = plan.spent().values().stream().reduce(Duration.ZERO, Duration::plus);
    var iterations = with(plan, Stage.WARM_START, warmStart).allotted(Stage.ITERATE);
    return before.plus(warmStart).plus(iterations).plus(lastExam);
  }
}
