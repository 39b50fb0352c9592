package io.autodidact.learning;

import static io.autodidact.schema.Tables.LEARNING_RUN;

import io.autodidact.api.Page;
import io.autodidact.environment.EnvironmentId;
import io.autodidact.goal.GoalData;
import io.autodidact.schema.tables.records.LearningRunRecord;
import io.autodidact.tenant.RunScope;
import io.autodidact.tenant.StoredJson;
import io.autodidact.tenant.TenantId;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;

/** Learning runs at rest. */
@Repository
public class LearningRunRepository {
  void insert(DSLContext dsl, LearningRun run) {
    dsl.insertInto(LEARNING_RUN)
        .set(LEARNING_RUN.TENANT_ID, run.scope().tenant().value())
        .set(LEARNING_RUN.ID, run.scope().learningRun())
        .set(LEARNING_RUN.ENVIRONMENT_ID, run.environment().value())
        .set(LEARNING_RUN.CATALOGUE_VERSION, run.catalogueVersion())
        .set(LEARNING_RUN.AGENT_NAME, run.agent())
        .set(LEARNING_RUN.GOALS, StoredJson.write(run.goals()))
        .set(LEARNING_RUN.SETTINGS, StoredJson.write(run.settings()))
        .set(LEARNING_RUN.BUDGET, StoredJson.write(run.budget()))
        .set(LEARNING_RUN.SEED, run.seed())
        .set(LEARNING_RUN.STATE, run.state().name())
        .set(LEARNING_RUN.STAGE, run.stage().name())
        .set(LEARNING_RUN.CREATED_AT, run.createdAt().atOffset(ZoneOffset.UTC))
        .execute();
  }

  public Optional<LearningRun> find(DSLContext dsl, RunScope scope) {
    return dsl.selectFrom(LEARNING_RUN).where(is(scope)).fetchOptional(LearningRunRepository::read);
  }

  /** Newest first, from behind the run {@code after} on. */
  public Page<LearningRun> list(DSLContext dsl, TenantId tenant, String after, int limit) {
    var behind =
        after.isBlank()
            ? DSL.noCondition()
            : DSL.row(LEARNING_RUN.CREATED_AT, LEARNING_RUN.ID)
                .lt(
                    DSL.select(LEARNING_RUN.CREATED_AT, LEARNING_RUN.ID)
                        .from(LEARNING_RUN)
                        .where(is(new RunScope(tenant, UUID.fromString(after)))));
    var rows =
        dsl.selectFrom(LEARNING_RUN)
            .where(LEARNING_RUN.TENANT_ID.eq(tenant.value()))
            .and(behind)
            .orderBy(LEARNING_RUN.CREATED_AT.desc(), LEARNING_RUN.ID.desc())
            .limit(limit + 1)
            .fetch(LearningRunRepository::read);
    return Page.of(rows, limit, run -> run.scope().learningRun().toString());
  }

  /** Newest first, by place in the list. */
  List<LearningRun> newest(
      DSLContext dsl, TenantId tenant, RunFilter filter, int offset, int limit) {
    return dsl.selectFrom(LEARNING_RUN)
        .where(matches(tenant, filter))
        .orderBy(LEARNING_RUN.CREATED_AT.desc(), LEARNING_RUN.ID.desc())
        .offset(offset)
        .limit(limit)
        .fetch(LearningRunRepository::read);
  }

  int count(DSLContext dsl, TenantId tenant, RunFilter filter) {
    return dsl.fetchCount(LEARNING_RUN, matches(tenant, filter));
  }

  private static Condition matches(TenantId tenant, RunFilter filter) {
    var mine = LEARNING_RUN.TENANT_ID.eq(tenant.value());
    var named =
        filter.agent().isBlank()
            ? DSL.noCondition()
            : LEARNING_RUN.AGENT_NAME.containsIgnoreCase(filter.agent().strip());
    var states = filter.states().stream().map(RunState::name).toList();
    return mine.and(named)
        .and(states.isEmpty() ? DSL.noCondition() : LEARNING_RUN.STATE.in(states));
  }

  /** Makes the caller the run's only owner; answers its number, or nothing if the run has ended. */
  Optional<Long> pickUp(DSLContext dsl, RunScope scope, OffsetDateTime now) {
    return dsl.update(LEARNING_RUN)
        .set(LEARNING_RUN.EPOCH, LEARNING_RUN.EPOCH.plus(1))
        .set(
            LEARNING_RUN.STATE,
            DSL.when(LEARNING_RUN.STATE.eq(RunState.STOPPING.name()), LEARNING_RUN.STATE)
                .otherwise(RunState.RUNNING.name()))
        .set(LEARNING_RUN.STARTED_AT, DSL.coalesce(LEARNING_RUN.STARTED_AT, DSL.val(now)))
        .where(is(scope))
        .and(
            LEARNING_RUN.STATE.in(
                RunState.QUEUED.name(), RunState.RUNNING.name(), RunState.STOPPING.name()))
        .returning(LEARNING_RUN.EPOCH)
        .fetchOptional(LEARNING_RUN.EPOCH);
  }

  /** Whether the owner of that number still owns the run; holds off a new owner until commit. */
  boolean stillOwned(DSLContext dsl, RunScope scope, long epoch) {
    return dsl.select(LEARNING_RUN.EPOCH)
        .from(LEARNING_RUN)
        .where(is(scope))
        .forShare()
        .fetchOptional(LEARNING_RUN.EPOCH)
        .filter(owner -> owner == epoch)
        .isPresent();
  }

  /** How often the run was picked up. */
  long epoch(DSLContext dsl, RunScope scope) {
    return dsl.select(LEARNING_RUN.EPOCH)
        .from(LEARNING_RUN)
        .where(is(scope))
        .fetchSingle(LEARNING_RUN.EPOCH);
  }

  RunState state(DSLContext dsl, RunScope scope) {
    return RunState.valueOf(
        dsl.select(LEARNING_RUN.STATE)
            .from(LEARNING_RUN)
            .where(is(scope))
            .fetchSingle(LEARNING_RUN.STATE));
  }

  void enter(DSLContext dsl, RunScope scope, Stage stage) {
    dsl.update(LEARNING_RUN).set(LEARNING_RUN.STAGE, stage.name()).where(is(scope)).execute();
  }

  void progress(DSLContext dsl, RunScope scope, long epoch, Object progress) {
    dsl.update(LEARNING_RUN)
        .set(LEARNING_RUN.PROGRESS, StoredJson.write(progress))
        .where(is(scope), LEARNING_RUN.EPOCH.eq(epoch))
        .execute();
  }

  /** Ends the run, or asks for its end; false if it was not in one of the states {@code from}. */
  boolean move(
      DSLContext dsl, RunScope scope, List<RunState> from, RunState to, Optional<String> reason) {
    var end = to.ended() ? DSL.currentOffsetDateTime() : DSL.castNull(OffsetDateTime.class);
    return dsl.update(LEARNING_RUN)
            .set(LEARNING_RUN.STATE, to.name())
            .set(LEARNING_RUN.REASON, reason.orElse(null))
            .set(LEARNING_RUN.FINISHED_AT, end)
            .where(is(scope))
            .and(LEARNING_RUN.STATE.in(from.stream().map(RunState::name).toList()))
            .execute()
        == 1;
  }

  private static Condition is(RunScope scope) {
    return LEARNING_RUN
        .TENANT_ID
        .eq(scope.tenant().value())
        .and(LEARNING_RUN.ID.eq(scope.learningRun()));
  }

  private static LearningRun read(LearningRunRecord row) {
    var types = StoredJson.MAPPER.getTypeFactory();
    return new LearningRun(
        new RunScope(new TenantId(row.getTenantId()), row.getId()),
        new EnvironmentId(row.getEnvironmentId()),
        row.getCatalogueVersion(),
        row.getAgentName(),
        StoredJson.read(row.getGoals(), types.constructCollectionType(List.class, GoalData.class)),
        StoredJson.read(row.getSettings(), RunSettings.class),
        StoredJson.read(row.getBudget(), Budget.class),
        row.getSeed(),
        RunState.valueOf(row.getState()),
        Stage.valueOf(row.getStage()),
        Optional.ofNullable(row.getReason()),
        StoredJson.read(row.getProgress(), JsonNode.class),
        row.getCreatedAt().toInstant(),
        Optional.ofNullable(row.getFinishedAt()).map(OffsetDateTime::toInstant));
  }
}
