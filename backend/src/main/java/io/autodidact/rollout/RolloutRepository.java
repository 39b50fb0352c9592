package io.autodidact.rollout;

import static io.autodidact.schema.Tables.EXPERIENCE_RECALL;
import static io.autodidact.schema.Tables.ROLLOUT;
import static org.jooq.impl.DSL.noCondition;

import io.autodidact.api.Page;
import io.autodidact.context.TokenAccount;
import io.autodidact.rollout.Rollout.Ending;
import io.autodidact.rollout.Rollout.Origin;
import io.autodidact.rollout.Rollout.Purpose;
import io.autodidact.schema.tables.records.ExperienceRecallRecord;
import io.autodidact.schema.tables.records.RolloutRecord;
import io.autodidact.task.Judgement;
import io.autodidact.task.Split;
import io.autodidact.task.TaskId;
import io.autodidact.tenant.RunScope;
import io.autodidact.tenant.StoredJson;
import io.autodidact.tenant.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Keeps attempts with all their tokens. */
@Repository
public class RolloutRepository {
  private final StepRows steps = new StepRows();

  /** Stores an attempt once; false if an attempt of that origin is there already. */
  public boolean save(DSLContext dsl, RunScope scope, Rollout rollout) {
    var row = row(scope, rollout);
    if (dsl.insertInto(ROLLOUT).set(row).onConflictDoNothing().execute() == 0) {
      return false;
    }
    steps.insert(dsl, scope.tenant(), rollout.id(), rollout.steps());
    var recalls =
        rollout.experiences().stream()
            .map(experience -> recall(dsl, scope.tenant(), experience, rollout.id()))
            .toList();
    dsl.batchInsert(recalls).execute();
    return true;
  }

  private static ExperienceRecallRecord recall(
      DSLContext dsl, TenantId tenant, UUID experience, RolloutId rollout) {
    var row = dsl.newRecord(EXPERIENCE_RECALL);
    row.setTenantId(tenant.value());
    row.setExperienceId(experience);
    row.setRolloutId(rollout.value());
    return row;
  }

  private static RolloutRecord row(RunScope scope, Rollout rollout) {
    var origin = rollout.origin();
    var row = new RolloutRecord();
    row.setTenantId(scope.tenant().value());
    row.setId(rollout.id().value());
    row.setLearningRunId(scope.learningRun());
    row.setTaskId(rollout.task().value());
    row.setSplit(rollout.split().name());
    row.setPurpose(origin.purpose().name());
    row.setPolicy(origin.policy());
    row.setPolicyVersion(origin.policyVersion());
    row.setIteration(origin.iteration());
    row.setSample(origin.sample());
    row.setWithExperience(origin.withExperience());
    row.setGivenSteps(origin.givenSteps());
    row.setSeed(origin.seed());
    row.setEnding(rollout.ending().name());
    rollout.answer().ifPresent(answer -> row.setAnswer(StoredJson.write(answer)));
    row.setReward(rollout.reward());
    row.setJudgement(StoredJson.write(rollout.judgement()));
    row.setAccount(StoredJson.write(rollout.account()));
    row.setMilliseconds(rollout.steps().stream().mapToInt(Step::milliseconds).sum());
    return row;
  }

  /**
   * Forgets practice and validation with weights later than these, which are lost: equal numbers
   * will come to name other weights.
   *
   * @return how many tokens were sampled in vain
   */
  public static long discardBehind(DSLContext dsl, RunScope scope, int policyVersion) {
    var lost =
        ROLLOUT
            .TENANT_ID
            .eq(scope.tenant().value())
            .and(ROLLOUT.LEARNING_RUN_ID.eq(scope.learningRun()))
            .and(ROLLOUT.PURPOSE.ne(Rollout.Purpose.EXAM.name()))
            .and(ROLLOUT.POLICY_VERSION.gt(policyVersion));
    long inVain = StepRows.sampledTokens(dsl, lost);
    dsl.deleteFrom(ROLLOUT).where(lost).execute();
    return inVain;
  }

  /** One attempt, if the tenant has it. */
  public Optional<Rollout> find(DSLContext dsl, TenantId tenant, RolloutId id) {
    return read(dsl, tenant, ROLLOUT.ID.eq(id.value())).stream().findFirst();
  }

  /** The attempts of one batch at these tasks, by task and sample. */
  public List<Rollout> of(DSLContext dsl, RunScope scope, Batch batch, Collection<TaskId> tasks) {
    return read(
        dsl,
        scope.tenant(),
        ROLLOUT
            .LEARNING_RUN_ID
            .eq(scope.learningRun())
            .and(ROLLOUT.TASK_ID.in(tasks.stream().map(TaskId::value).toList()))
            .and(ROLLOUT.PURPOSE.eq(batch.purpose().name()))
            .and(ROLLOUT.POLICY.eq(batch.policy()))
            .and(ROLLOUT.POLICY_VERSION.eq(batch.policyVersion()))
            .and(ROLLOUT.ITERATION.eq(batch.iteration())));
  }

  /** Every attempt of one policy for one purpose. */
  public List<Rollout> by(DSLContext dsl, RunScope scope, Rollout.Purpose purpose, String policy) {
    return read(
        dsl,
        scope.tenant(),
        ROLLOUT
            .LEARNING_RUN_ID
            .eq(scope.learningRun())
            .and(ROLLOUT.PURPOSE.eq(purpose.name()))
            .and(ROLLOUT.POLICY.eq(policy)));
  }

  /** The attempts of a run in the order of their ids, without their steps. */
  Page<RolloutSummary> list(
      DSLContext dsl, RunScope scope, RolloutFilter filter, String after, int limit) {
    var behind = after.isBlank() ? noCondition() : ROLLOUT.ID.gt(UUID.fromString(after));
    var rows =
        dsl.selectFrom(ROLLOUT)
            .where(ROLLOUT.TENANT_ID.eq(scope.tenant().value()))
            .and(ROLLOUT.LEARNING_RUN_ID.eq(scope.learningRun()))
            .and(filter.condition())
            .and(behind)
            .orderBy(ROLLOUT.ID)
            .limit(limit + 1)
            .fetch(RolloutSummary::of);
    return Page.of(rows, limit, row -> row.id().toString());
  }

  private List<Rollout> read(DSLContext dsl, TenantId tenant, Condition condition) {
    var rows =
        dsl.selectFrom(ROLLOUT)
            .where(ROLLOUT.TENANT_ID.eq(tenant.value()))
            .and(condition)
            .orderBy(ROLLOUT.TASK_ID, ROLLOUT.SAMPLE)
            .fetch();
    var ids = rows.map(RolloutRecord::getId);
    var stepsById = steps.read(dsl, tenant, ids);
    var recalls =
        dsl.selectFrom(EXPERIENCE_RECALL)
            .where(EXPERIENCE_RECALL.TENANT_ID.eq(tenant.value()))
            .and(EXPERIENCE_RECALL.ROLLOUT_ID.in(ids))
            .fetchGroups(EXPERIENCE_RECALL.ROLLOUT_ID, EXPERIENCE_RECALL.EXPERIENCE_ID);
    return rows.map(row -> rollout(row, stepsById, recalls));
  }

  private static Rollout rollout(
      RolloutRecord row, Map<UUID, List<Step>> steps, Map<UUID, List<UUID>> recalls) {
    return new Rollout(
        new RolloutId(row.getId()),
        new TaskId(row.getTaskId()),
        Split.valueOf(row.getSplit()),
        new Origin(
            Purpose.valueOf(row.getPurpose()),
            row.getPolicy(),
            row.getPolicyVersion(),
            row.getIteration(),
            row.getSample(),
            row.getWithExperience(),
            row.getGivenSteps(),
            row.getSeed()),
        steps.getOrDefault(row.getId(), List.of()),
        Ending.valueOf(row.getEnding()),
        StoredJson.read(row.getJudgement(), Judgement.class),
        recalls.getOrDefault(row.getId(), List.of()),
        StoredJson.read(row.getAccount(), TokenAccount.class));
  }
}
