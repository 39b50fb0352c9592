package io.autodidact.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TimePlanTest {
  private static final Duration TWENTY = Duration.ofMinutes(20);

  @Test
  void learningGetsWhatExploringWritingAndExamsLeaveOver() {
    var plan =
        new TimePlan(
            TWENTY,
            Map.of(
                Stage.EXPLORE, Duration.ofMinutes(1),
                Stage.WRITE_TASKS, Duration.ofMinutes(1),
                Stage.BASELINE, Duration.ofMinutes(5)));

    var warmStart = plan.allotted(Stage.WARM_START);
    var iterations = plan.allotted(Stage.ITERATE);

    assertThat(iterations).isEqualTo(Duration.ofMinutes(9));
    assertThat(warmStart).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(5));
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
}
