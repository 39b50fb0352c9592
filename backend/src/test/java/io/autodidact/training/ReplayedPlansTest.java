package io.autodidact.training;

import static io.autodidact.schema.Tables.TASK;
import static org.assertj.core.api.Assertions.assertThat;

import io.autodidact.job.TestRun;
import io.autodidact.task.TaskRepository;
import org.junit.jupiter.api.Test;

class ReplayedPlansTest {
  private static final int DEMONSTRATIONS = 40;

  private final TestRun run = TestRun.create();

  @Test
  void demonstrationsAreAsHardAsTheExamIs() throws InterruptedException {
    var plans = new ReplayedPlans(ShopGround.open(), new TaskRepository(), ShopGround.LIMITS);
    for (int number = 0; number < DEMONSTRATIONS; number++) {
      plans.make(run, number);
    }
    var difficulties =
        run.commit(dsl -> dsl.select(TASK.DIFFICULTY).from(TASK).fetch(TASK.DIFFICULTY));
    assertThat(difficulties).hasSize(DEMONSTRATIONS);
    assertThat(difficulties.stream().filter(one -> one > 1).count())
        .as("half of the lessons have several parts")
        .isGreaterThanOrEqualTo(DEMONSTRATIONS / 4);
  }
}
