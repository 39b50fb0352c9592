package io.autodidact.training;

import static io.autodidact.schema.Tables.TRAINING_EXAMPLE;
import static io.autodidact.schema.Tables.TRAINING_STEP;

import io.autodidact.rollout.RolloutId;
import io.autodidact.schema.tables.records.TrainingStepRecord;
import io.autodidact.task.Split;
import io.autodidact.tenant.RunScope;
import io.autodidact.tenant.StoredJson;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Optimiser steps of learning runs and what each was trained on. */
@Repository
public class TrainingStepRepository {
  private static final String ANNOUNCED = "ANNOUNCED";
  private static final String APPLIED = "APPLIED";

  /** Says that a step is about to be applied. */
  void announce(DSLContext dsl, RunScope scope, int seq, OptimiserStep step) {
    dsl.insertInto(TRAINING_STEP)
        .set(TRAINING_STEP.TENANT_ID, scope.tenant().value())
        .set(TRAINING_STEP.LEARNING_RUN_ID, scope.learningRun())
        .set(TRAINING_STEP.SEQ, seq)
        .set(TRAINING_STEP.KIND, step.phase().name())
        .set(TRAINING_STEP.ITERATION, step.iteration())
        .set(TRAINING_STEP.STATE, ANNOUNCED)
        .set(TRAINING_STEP.LEARNING_RATE, step.learningRate())
        .set(TRAINING_STEP.TOKENS, step.tokens())
        .execute();
    List<TrainingExample> examples = step.examples();
    dsl.batch(
            IntStream.range(0, examples.size())
                .mapToObj(
                    position ->
                        dsl.insertInto(TRAINING_EXAMPLE)
                            .set(TRAINING_EXAMPLE.TENANT_ID, scope.tenant().value())
                            .set(TRAINING_EXAMPLE.LEARNING_RUN_ID, scope.learningRun())
                            .set(TRAINING_EXAMPLE.SEQ, seq)
                            .set(TRAINING_EXAMPLE.POSITION, position)
                            .set(TRAINING_EXAMPLE.TASK_ID, examples.get(position).task().value())
                            .set(TRAINING_EXAMPLE.SPLIT, Split.TRAIN.name())
                            .set(
                                TRAINING_EXAMPLE.ROLLOUT_ID,
                                examples
                                    .get(position)
                                    .rollout()
                                    .map(RolloutId::value)
                                    .orElse(null)))
                .toList())
        .execute();
  }

  /** Marks an announced step as applied. */
  void applied(
      DSLContext dsl, RunScope scope, int seq, Map<String, Double> metrics, long milliseconds) {
    int marked =
        dsl.update(TRAINING_STEP)
            .set(TRAINING_STEP.STATE, APPLIED)
            .set(TRAINING_STEP.METRICS, StoredJson.write(metrics))
            .set(TRAINING_STEP.MILLISECONDS, Math.toIntExact(milliseconds))
            .where(of(scope), TRAINING_STEP.SEQ.eq(seq), TRAINING_STEP.STATE.eq(ANNOUNCED))
            .execute();
    if (marked != 1) {
      throw new IllegalStateException("Step " + seq + " was not announced, or was applied before");
    }
  }

  /**
   * Takes out the steps that are not in the weights of the last checkpoint; answers how many tokens
   * were trained on in vain.
   */
  long discardBehind(DSLContext dsl, RunScope scope, int seq) {
    return dsl
        .deleteFrom(TRAINING_STEP)
        .where(of(scope), TRAINING_STEP.SEQ.gt(seq))
        .returning(TRAINING_STEP.STATE, TRAINING_STEP.TOKENS)
        .fetch()
        .stream()
        .filter(step -> step.getState().equals(APPLIED))
        .mapToLong(TrainingStepRecord::getTokens)
        .sum();
  }

  /** How many steps are applied. */
  public int applied(DSLContext dsl, RunScope scope) {
    return dsl.fetchCount(TRAINING_STEP, of(scope).and(TRAINING_STEP.STATE.eq(APPLIED)));
  }

  private static Condition of(RunScope scope) {
    return TRAINING_STEP
        .TENANT_ID
        .eq(scope.tenant().value())
        .and(TRAINING_STEP.LEARNING_RUN_ID.eq(scope.learningRun()));
  }
}
