package io.autodidact.rollout;

import static io.autodidact.schema.Tables.ROLLOUT;
import static io.autodidact.schema.Tables.TASK;

import io.autodidact.rollout.Rollout.Purpose;
import io.autodidact.task.TaskId;
import io.autodidact.tenant.RunScope;
import io.autodidact.tenant.TenantId;
import io.autodidact.tenant.TenantTransaction;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Attempts as people look through them. */
@Component
public class RolloutQueries {
  private final TenantTransaction tenantTransaction;

  public RolloutQueries(TenantTransaction tenantTransaction) {
    this.tenantTransaction = tenantTransaction;
  }

  /** An attempt in a list, with what was asked. */
  public record Listed(RolloutSummary rollout, String request) {}

  /** How many attempts of a kind there are, and which share of them was solved, in 0..1. */
  public record Solved(int attempts, double share) {}

  /** The attempts of a run, the latest first. */
  public List<Listed> page(RunScope scope, RolloutFilter filter, int offset, int limit) {
    return tenantTransaction.in(
        scope.tenant(),
        dsl ->
            dsl.select(ROLLOUT.asterisk(), TASK.REQUEST)
                .from(ROLLOUT)
                .join(TASK)
                .on(TASK.TENANT_ID.eq(ROLLOUT.TENANT_ID), TASK.ID.eq(ROLLOUT.TASK_ID))
                .where(ofRun(scope), filter.condition())
                .orderBy(ROLLOUT.CREATED_AT.desc(), ROLLOUT.ID)
                .offset(offset)
                .limit(limit)
                .fetch(
                    row ->
                        new Listed(RolloutSummary.of(row.into(ROLLOUT)), row.get(TASK.REQUEST))));
  }

  /** How many there are. */
  public int count(RunScope scope, RolloutFilter filter) {
    return tenantTransaction.in(
        scope.tenant(), dsl -> dsl.fetchCount(ROLLOUT, ofRun(scope).and(filter.condition())));
  }

  /** How often attempts succeeded, by what they were for. */
  public Map<Purpose, Solved> solved(RunScope scope) {
    var solved = new EnumMap<Purpose, Solved>(Purpose.class);
    tenantTransaction.run(
        scope.tenant(),
        dsl ->
            dsl.select(ROLLOUT.PURPOSE, DSL.count(), DSL.avg(ROLLOUT.REWARD))
                .from(ROLLOUT)
                .where(ofRun(scope))
                .groupBy(ROLLOUT.PURPOSE)
                .forEach(
                    row ->
                        solved.put(
                            Purpose.valueOf(row.value1()),
                            new Solved(row.value2(), row.value3().doubleValue()))));
    return solved;
  }

  /** All attempts at one task, the earliest policy first. */
  public List<RolloutSummary> at(TenantId tenant, TaskId task) {
    return tenantTransaction.in(
        tenant,
        dsl ->
            dsl.selectFrom(ROLLOUT)
                .where(ROLLOUT.TENANT_ID.eq(tenant.value()), ROLLOUT.TASK_ID.eq(task.value()))
                .orderBy(
                    ROLLOUT.CREATED_AT, ROLLOUT.POLICY_VERSION, ROLLOUT.ITERATION, ROLLOUT.SAMPLE)
                .fetch(RolloutSummary::of));
  }

  private static Condition ofRun(RunScope scope) {
    return ROLLOUT
        .TENANT_ID
        .eq(scope.tenant().value())
        .and(ROLLOUT.LEARNING_RUN_ID.eq(scope.learningRun()));
  }
}
