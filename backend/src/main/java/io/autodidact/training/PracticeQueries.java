package io.autodidact.training;

import static io.autodidact.schema.Tables.ROLLOUT;
import static io.autodidact.schema.Tables.TASK;

import io.autodidact.rollout.Rollout.Purpose;
import io.autodidact.tenant.RunScope;
import java.math.BigDecimal;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** What the next iteration asks about the attempts so far. */
final class PracticeQueries {
  /** The policy changes: what is older says little of it. */
  private static final int WINDOW = 8;

  private PracticeQueries() {}

  /**
   * Pass rates by family and given steps, over practice and validation of the last iterations
   * before this one. Exam attempts are not looked at.
   */
  static List<PassRate> passRates(DSLContext dsl, RunScope scope, int iteration) {
    return dsl.select(
            TASK.FAMILY, ROLLOUT.GIVEN_STEPS, DSL.count(), DSL.sum(ROLLOUT.REWARD).as("successes"))
        .from(ROLLOUT)
        .join(TASK)
        .on(TASK.TENANT_ID.eq(ROLLOUT.TENANT_ID), TASK.ID.eq(ROLLOUT.TASK_ID))
        .where(
            ROLLOUT.TENANT_ID.eq(scope.tenant().value()),
            ROLLOUT.LEARNING_RUN_ID.eq(scope.learningRun()),
            ROLLOUT.PURPOSE.in(Purpose.PRACTICE.name(), Purpose.VALIDATION.name()),
            ROLLOUT.ITERATION.between(iteration - WINDOW, iteration - 1))
        .groupBy(TASK.FAMILY, ROLLOUT.GIVEN_STEPS)
        .orderBy(TASK.FAMILY, ROLLOUT.GIVEN_STEPS)
        .fetch(
            row ->
                new PassRate(
                    row.value1(), row.value2(), row.value3(), successes(row.get("successes"))));
  }

  private static double successes(Object sum) {
    return sum instanceof BigDecimal number ? number.doubleValue() : ((Number) sum).doubleValue();
  }
}
