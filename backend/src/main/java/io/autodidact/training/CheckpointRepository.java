package io.autodidact.training;

import static io.autodidact.schema.Tables.CHECKPOINT;

import io.autodidact.schema.tables.records.CheckpointRecord;
import io.autodidact.tenant.RunScope;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Checkpoints of learning runs. */
@Repository
public class CheckpointRepository {
  void add(DSLContext dsl, RunScope scope, Checkpoint checkpoint) {
    dsl.insertInto(CHECKPOINT)
        .set(CHECKPOINT.TENANT_ID, scope.tenant().value())
        .set(CHECKPOINT.LEARNING_RUN_ID, scope.learningRun())
        .set(CHECKPOINT.SEQ, checkpoint.seq())
        .set(CHECKPOINT.KIND, checkpoint.phase().name())
        .set(CHECKPOINT.ITERATION, checkpoint.iteration())
        .set(CHECKPOINT.WEIGHTS_PATH, checkpoint.weightsPath())
        .set(CHECKPOINT.SAMPLER_PATH, checkpoint.samplerPath())
        .set(CHECKPOINT.STAGE_MILLISECONDS, checkpoint.used().toMillis())
        .execute();
  }

  void validated(DSLContext dsl, RunScope scope, Checkpoint measured) {
    dsl.update(CHECKPOINT)
        .set(CHECKPOINT.VALIDATION, measured.validation().orElseThrow())
        .where(
            of(scope),
            CHECKPOINT.SEQ.eq(measured.seq()),
            CHECKPOINT.ITERATION.eq(measured.iteration()))
        .execute();
  }

  /** Success as measured so far, in order. */
  List<Double> validations(DSLContext dsl, RunScope scope) {
    return dsl.select(CHECKPOINT.VALIDATION)
        .from(CHECKPOINT)
        .where(of(scope), CHECKPOINT.VALIDATION.isNotNull())
        .orderBy(CHECKPOINT.SEQ, CHECKPOINT.ITERATION)
        .fetch(CHECKPOINT.VALIDATION);
  }

  /** The checkpoint a run goes on from. */
  public Optional<Checkpoint> last(DSLContext dsl, RunScope scope) {
    return dsl.selectFrom(CHECKPOINT)
        .where(of(scope))
        .orderBy(CHECKPOINT.SEQ.desc(), CHECKPOINT.ITERATION.desc())
        .limit(1)
        .fetchOptional(CheckpointRepository::read);
  }

  /** All, the newest first. */
  List<Checkpoint> newestFirst(DSLContext dsl, RunScope scope) {
    return dsl.selectFrom(CHECKPOINT)
        .where(of(scope))
        .orderBy(CHECKPOINT.SEQ.desc(), CHECKPOINT.ITERATION.desc())
        .fetch(CheckpointRepository::read);
  }

  /** Takes a checkpoint that can not be read out of the books. */
  void discard(DSLContext dsl, RunScope scope, Checkpoint lost) {
    dsl.deleteFrom(CHECKPOINT)
        .where(of(scope), CHECKPOINT.SEQ.eq(lost.seq()), CHECKPOINT.ITERATION.eq(lost.iteration()))
        .execute();
  }

  /** The last checkpoint of a phase. */
  public Optional<Checkpoint> last(DSLContext dsl, RunScope scope, Phase phase) {
    return dsl.selectFrom(CHECKPOINT)
        .where(of(scope), CHECKPOINT.KIND.eq(phase.name()))
        .orderBy(CHECKPOINT.SEQ.desc(), CHECKPOINT.ITERATION.desc())
        .limit(1)
        .fetchOptional(CheckpointRepository::read);
  }

  /** The checkpoint that did best on the validation tasks; of equals the later. */
  public Optional<Checkpoint> best(DSLContext dsl, RunScope scope) {
    return dsl.selectFrom(CHECKPOINT)
        .where(of(scope))
        .orderBy(
            CHECKPOINT.VALIDATION.desc().nullsLast(),
            CHECKPOINT.SEQ.desc(),
            CHECKPOINT.ITERATION.desc())
        .limit(1)
        .fetchOptional(CheckpointRepository::read);
  }

  private static Condition of(RunScope scope) {
    return CHECKPOINT
        .TENANT_ID
        .eq(scope.tenant().value())
        .and(CHECKPOINT.LEARNING_RUN_ID.eq(scope.learningRun()));
  }

  private static Checkpoint read(CheckpointRecord row) {
    Double validation = row.getValidation();
    return new Checkpoint(
        row.getSeq(),
        Phase.valueOf(row.getKind()),
        row.getIteration(),
        row.getWeightsPath(),
        row.getSamplerPath(),
        Duration.ofMillis(row.getStageMilliseconds()),
        validation == null ? OptionalDouble.empty() : OptionalDouble.of(validation));
  }
}
