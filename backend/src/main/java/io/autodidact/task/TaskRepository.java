package io.autodidact.task;

import static io.autodidact.schema.Tables.LEARNING_RUN;
import static io.autodidact.schema.Tables.TASK;

import io.autodidact.api.Page;
import io.autodidact.schema.tables.records.TaskRecord;
import io.autodidact.task.StoredTask.State;
import io.autodidact.tenant.RunScope;
import io.autodidact.tenant.StoredJson;
import io.autodidact.tenant.TenantId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** Tasks at rest. */
@Repository
public class TaskRepository {
  /** Which tasks are wanted; what is empty does not matter. */
  public record Filter(
      Optional<Split> split,
      Optional<String> family,
      Optional<Integer> difficulty,
      Optional<State> state) {
    public static final Filter ALL =
        new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Stores a task; one that is stored already stays as it is. */
  public void insert(DSLContext dsl, RunScope scope, Task task) {
    dsl.insertInto(TASK)
        .set(TASK.TENANT_ID, scope.tenant().value())
        .set(TASK.ID, task.id().value())
        .set(TASK.LEARNING_RUN_ID, scope.learningRun())
        .set(TASK.FAMILY, task.family())
        .set(TASK.DIFFICULTY, (short) task.difficulty())
        .set(TASK.SPLIT, task.split().name())
        .set(TASK.STATE, State.KEPT.name())
        .set(TASK.REQUEST, task.request())
        .set(TASK.EPISODE_SEED, task.episodeSeed())
        .set(TASK.PLAN, StoredJson.write(task.plan()))
        .set(TASK.CHECKS, StoredJson.write(task.checks()))
        .onConflict(TASK.TENANT_ID, TASK.ID)
        .doNothing()
        .execute();
  }

  /** Stores a training task that an attempt solved without being asked to. */
  public void insertInHindsight(DSLContext dsl, RunScope scope, Task task, UUID rollout) {
    insert(dsl, scope, task);
    dsl.update(TASK)
        .set(TASK.HINDSIGHT_OF, rollout)
        .where(TASK.TENANT_ID.eq(scope.tenant().value()), TASK.ID.eq(task.id().value()))
        .execute();
  }

  public Optional<StoredTask> find(DSLContext dsl, TenantId tenant, TaskId task) {
    return dsl.selectFrom(TASK)
        .where(TASK.TENANT_ID.eq(tenant.value()), TASK.ID.eq(task.value()))
        .fetchOptional(TaskRepository::stored);
  }

  /** The environment that the task was written for. */
  Optional<UUID> environment(DSLContext dsl, TenantId tenant, TaskId task) {
    return dsl.select(LEARNING_RUN.ENVIRONMENT_ID)
        .from(TASK)
        .join(LEARNING_RUN)
        .on(LEARNING_RUN.TENANT_ID.eq(TASK.TENANT_ID), LEARNING_RUN.ID.eq(TASK.LEARNING_RUN_ID))
        .where(TASK.TENANT_ID.eq(tenant.value()), TASK.ID.eq(task.value()))
        .fetchOptional(LEARNING_RUN.ENVIRONMENT_ID);
  }

  /** The tasks of a run in the order of their ids, from behind {@code after} on. */
  public Page<StoredTask> list(
      DSLContext dsl, RunScope scope, Filter filter, String after, int limit) {
    var behind = after.isBlank() ? DSL.noCondition() : TASK.ID.gt(UUID.fromString(after));
    var rows =
        dsl.selectFrom(TASK)
            .where(ofRun(scope), matches(filter), behind)
            .orderBy(TASK.ID)
            .limit(limit + 1)
            .fetch(TaskRepository::stored);
    return Page.of(rows, limit, stored -> stored.task().id().value().toString());
  }

  /** The tasks of a split that are in use, in the order in which they were written. */
  public List<Task> inUse(DSLContext dsl, RunScope scope, Split split) {
    return dsl.selectFrom(TASK)
        .where(ofRun(scope), TASK.SPLIT.eq(split.name()), TASK.STATE.ne(State.DROPPED.name()))
        .orderBy(TASK.EPISODE_SEED, TASK.ID)
        .fetch(row -> stored(row).task());
  }

  /** Every task of a run, those that people dropped as well. */
  List<Task> all(DSLContext dsl, RunScope scope) {
    return dsl.selectFrom(TASK).where(ofRun(scope)).fetch(row -> stored(row).task());
  }

  /** The tasks written for episodes of these seeds, in the order in which they were written. */
  public List<StoredTask> ofSeeds(DSLContext dsl, RunScope scope, long from, long before) {
    return dsl.selectFrom(TASK)
        .where(
            ofRun(scope),
            TASK.EPISODE_SEED.ge(from),
            TASK.EPISODE_SEED.lt(before),
            TASK.HINDSIGHT_OF.isNull())
        .orderBy(TASK.EPISODE_SEED)
        .fetch(TaskRepository::stored);
  }

  /** How many tasks of each split are in use. */
  public Map<Split, Integer> count(DSLContext dsl, RunScope scope) {
    var counts = new EnumMap<Split, Integer>(Split.class);
    for (Split split : Split.values()) {
      counts.put(split, 0);
    }
    dsl.select(TASK.SPLIT, DSL.count())
        .from(TASK)
        .where(ofRun(scope), TASK.STATE.ne(State.DROPPED.name()))
        .groupBy(TASK.SPLIT)
        .forEach(row -> counts.put(Split.valueOf(row.value1()), row.value2()));
    return counts;
  }

  /** Other words for the request, another state; false if it is no longer of that version. */
  boolean change(
      DSLContext dsl, TenantId tenant, TaskId task, int seen, String request, State state) {
    return dsl.update(TASK)
            .set(TASK.VERSION, seen + 1)
            .set(TASK.REQUEST, request)
            .set(TASK.STATE, state.name())
            .where(TASK.TENANT_ID.eq(tenant.value()), TASK.ID.eq(task.value()))
            .and(TASK.VERSION.eq(seen))
            .execute()
        == 1;
  }

  static Condition ofRun(RunScope scope) {
    return TASK.TENANT_ID
        .eq(scope.tenant().value())
        .and(TASK.LEARNING_RUN_ID.eq(scope.learningRun()));
  }

  static Condition matches(Filter filter) {
    return DSL.and(
        filter.split().map(split -> TASK.SPLIT.eq(split.name())).orElse(DSL.noCondition()),
        filter.family().map(TASK.FAMILY::eq).orElse(DSL.noCondition()),
        filter
            .difficulty()
            .map(difficulty -> TASK.DIFFICULTY.eq(difficulty.shortValue()))
            .orElse(DSL.noCondition()),
        filter.state().map(state -> TASK.STATE.eq(state.name())).orElse(DSL.noCondition()));
  }

  static StoredTask stored(TaskRecord row) {
    var task =
        new Task(
            new TaskId(row.getId()),
            row.getFamily(),
            row.getDifficulty(),
            Split.valueOf(row.getSplit()),
            row.getRequest(),
            row.getEpisodeSeed(),
            StoredJson.read(row.getPlan(), Plan.class),
            StoredJson.read(row.getChecks(), Checks.class));
    return new StoredTask(task, State.valueOf(row.getState()), row.getVersion());
  }
}
