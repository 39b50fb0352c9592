package io.autodidact.task;

import static io.autodidact.schema.Tables.LEARNING_RUN;
import static io.autodidact.schema.Tables.TASK;

import io.autodidact.environment.EnvironmentId;
import io.autodidact.task.StoredTask.State;
import io.autodidact.tenant.RunScope;
import io.autodidact.tenant.TenantId;
import io.autodidact.tenant.TenantTransaction;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Tasks as people look through them. */
@Component
public class TaskQueries {
  private final TenantTransaction tenantTransaction;
  private final TaskRepository tasks;

  TaskQueries(TenantTransaction tenantTransaction, TaskRepository tasks) {
    this.tenantTransaction = tenantTransaction;
    this.tasks = tasks;
  }

  /**
   * Which tasks are wanted.
   *
   * @param search words of the request; empty for all
   */
  public record Wanted(TaskRepository.Filter filter, String search) {
    /** All of them. */
    public static final Wanted ALL = new Wanted(TaskRepository.Filter.ALL, "");
  }

  /**
   * A task in full.
   *
   * @param agent the agent that learns by it
   */
  public record Detail(UUID run, String agent, EnvironmentId environment, TaskView view) {}

  /** A part of the list, difficult ones last. */
  public List<TaskSummary> page(RunScope scope, Wanted wanted, int offset, int limit) {
    return tenantTransaction.in(
        scope.tenant(),
        dsl ->
            dsl.selectFrom(TASK)
                .where(condition(scope, wanted))
                .orderBy(TASK.DIFFICULTY, TASK.FAMILY, TASK.ID)
                .offset(offset)
                .limit(limit)
                .fetch(row -> TaskSummary.of(TaskRepository.stored(row))));
  }

  /** How many there are. */
  public int count(RunScope scope, Wanted wanted) {
    return tenantTransaction.in(
        scope.tenant(), dsl -> dsl.fetchCount(TASK, condition(scope, wanted)));
  }

  /** How many of each state. */
  public Map<State, Integer> states(RunScope scope) {
    var counts = new EnumMap<State, Integer>(State.class);
    tenantTransaction.run(
        scope.tenant(),
        dsl ->
            dsl.select(TASK.STATE, DSL.count())
                .from(TASK)
                .where(TaskRepository.ofRun(scope))
                .groupBy(TASK.STATE)
                .forEach(row -> counts.put(State.valueOf(row.value1()), row.value2())));
    return counts;
  }

  /** The kinds of tasks there are, by name. */
  public List<String> families(RunScope scope) {
    return tenantTransaction.in(
        scope.tenant(),
        dsl ->
            dsl.selectDistinct(TASK.FAMILY)
                .from(TASK)
                .where(TaskRepository.ofRun(scope))
                .orderBy(TASK.FAMILY)
                .fetch(TASK.FAMILY));
  }

  /** One task, if the tenant has it. */
  public Optional<Detail> detail(TenantId tenant, TaskId id) {
    return tenantTransaction.in(
        tenant, dsl -> tasks.find(dsl, tenant, id).flatMap(stored -> detail(dsl, tenant, stored)));
  }

  private static Optional<Detail> detail(DSLContext dsl, TenantId tenant, StoredTask stored) {
    return dsl.select(LEARNING_RUN.ID, LEARNING_RUN.AGENT_NAME, LEARNING_RUN.ENVIRONMENT_ID)
        .from(TASK)
        .join(LEARNING_RUN)
        .on(LEARNING_RUN.TENANT_ID.eq(TASK.TENANT_ID), LEARNING_RUN.ID.eq(TASK.LEARNING_RUN_ID))
        .where(TASK.TENANT_ID.eq(tenant.value()), TASK.ID.eq(stored.task().id().value()))
        .fetchOptional(
            row ->
                new Detail(
                    row.value1(),
                    row.value2(),
                    new EnvironmentId(row.value3()),
                    TaskView.of(stored)));
  }

  private static Condition condition(RunScope scope, Wanted wanted) {
    var search = wanted.search().strip();
    return DSL.and(
        TaskRepository.ofRun(scope),
        TaskRepository.matches(wanted.filter()),
        search.isEmpty() ? DSL.noCondition() : TASK.REQUEST.containsIgnoreCase(search));
  }
}
