package io.autodidact.release;

import static io.autodidact.schema.Tables.EXAM_RESULT;
import static io.autodidact.schema.Tables.TASK;

import io.autodidact.rollout.RolloutId;
import io.autodidact.task.Split;
import io.autodidact.task.TaskId;
import io.autodidact.tenant.RunScope;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** Exams attempt by attempt. */
@Repository
public class ExamRepository {
  /** Keeps a result once. */
  void save(DSLContext dsl, RunScope scope, ExamResult result, RolloutId rollout) {
    dsl.insertInto(EXAM_RESULT)
        .set(EXAM_RESULT.TENANT_ID, scope.tenant().value())
        .set(EXAM_RESULT.LEARNING_RUN_ID, scope.learningRun())
        .set(EXAM_RESULT.CANDIDATE, result.candidate())
        .set(EXAM_RESULT.TASK_ID, result.task().value())
        .set(EXAM_RESULT.SPLIT, Split.EXAM.name())
        .set(EXAM_RESULT.SAMPLE, result.sample())
        .set(EXAM_RESULT.REWARD, result.reward())
        .set(EXAM_RESULT.REFUSALS, result.refusals())
        .set(EXAM_RESULT.ROLLOUT_ID, rollout.value())
        .onConflictDoNothing()
        .execute();
  }

  /** Counts the results of one candidate as those of another, who has the same weights. */
  public void share(DSLContext dsl, RunScope scope, String sat, String equal) {
    dsl.insertInto(
            EXAM_RESULT,
            EXAM_RESULT.TENANT_ID,
            EXAM_RESULT.LEARNING_RUN_ID,
            EXAM_RESULT.CANDIDATE,
            EXAM_RESULT.TASK_ID,
            EXAM_RESULT.SPLIT,
            EXAM_RESULT.SAMPLE,
            EXAM_RESULT.REWARD,
            EXAM_RESULT.REFUSALS,
            EXAM_RESULT.ROLLOUT_ID)
        .select(
            dsl.select(
                    EXAM_RESULT.TENANT_ID,
                    EXAM_RESULT.LEARNING_RUN_ID,
                    DSL.val(equal),
                    EXAM_RESULT.TASK_ID,
                    EXAM_RESULT.SPLIT,
                    EXAM_RESULT.SAMPLE,
                    EXAM_RESULT.REWARD,
                    EXAM_RESULT.REFUSALS,
                    EXAM_RESULT.ROLLOUT_ID)
                .from(EXAM_RESULT)
                .where(
                    EXAM_RESULT.TENANT_ID.eq(scope.tenant().value()),
                    EXAM_RESULT.LEARNING_RUN_ID.eq(scope.learningRun()),
                    EXAM_RESULT.CANDIDATE.eq(sat)))
        .onConflictDoNothing()
        .execute();
  }

  /** All results of the run's exam, by candidate and task. */
  public List<ExamResult> of(DSLContext dsl, RunScope scope) {
    return dsl.select(EXAM_RESULT.fields())
        .select(TASK.FAMILY, TASK.DIFFICULTY)
        .from(EXAM_RESULT)
        .join(TASK)
        .on(TASK.TENANT_ID.eq(EXAM_RESULT.TENANT_ID), TASK.ID.eq(EXAM_RESULT.TASK_ID))
        .where(
            EXAM_RESULT.TENANT_ID.eq(scope.tenant().value()),
            EXAM_RESULT.LEARNING_RUN_ID.eq(scope.learningRun()))
        .orderBy(EXAM_RESULT.CANDIDATE, EXAM_RESULT.TASK_ID, EXAM_RESULT.SAMPLE)
        .fetch(
            row ->
                new ExamResult(
                    row.get(EXAM_RESULT.CANDIDATE),
                    new TaskId(row.get(EXAM_RESULT.TASK_ID)),
                    row.get(TASK.FAMILY),
                    row.get(TASK.DIFFICULTY),
                    row.get(EXAM_RESULT.SAMPLE),
                    row.get(EXAM_RESULT.REWARD),
                    row.get(EXAM_RESULT.REFUSALS)));
  }
}
