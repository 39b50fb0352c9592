package io.autodidact.goal;

import io.autodidact.api.Conflict;
import io.autodidact.api.NotFound;
import io.autodidact.environment.EnvironmentId;
import io.autodidact.environment.EnvironmentRepository;
import io.autodidact.tenant.Audit;
import io.autodidact.tenant.Change;
import io.autodidact.tenant.TenantId;
import io.autodidact.tenant.TenantTransaction;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Says what people want done, changes it and takes it back. Runs keep the goals they began with.
 */
@Component
public class StateGoal {
  private static final int MOST = 200;

  private final TenantTransaction tenantTransaction;
  private final EnvironmentRepository environments;
  private final GoalRepository goals;

  StateGoal(
      TenantTransaction tenantTransaction,
      EnvironmentRepository environments,
      GoalRepository goals) {
    this.tenantTransaction = tenantTransaction;
    this.environments = environments;
    this.goals = goals;
  }

  /** A new goal for that software. */
  public Goal state(TenantId tenant, UUID environment, GoalData data) {
    var goal = new Goal(UUID.randomUUID(), 1, environment, data);
    return tenantTransaction.in(
        tenant,
        dsl -> {
          require(dsl, tenant, environment);
          goals.insert(dsl, tenant, goal);
          Audit.record(dsl, tenant, Change.of("goal.stated", "goal", goal.id()).to(data));
          return goal;
        });
  }

  /**
   * Puts other words or limits in place of those that were seen.
   *
   * @throws Conflict if somebody changed the goal since
   */
  public Goal change(TenantId tenant, Goal seen, GoalData data) {
    return tenantTransaction.in(
        tenant,
        dsl -> {
          if (!goals.change(dsl, tenant, seen.id(), seen.version(), data)) {
            throw new Conflict(
                "Somebody else changed or removed this goal meanwhile; nothing of theirs was"
                    + " overwritten. Reload the page to see it.");
          }
          Audit.record(
              dsl, tenant, Change.of("goal.changed", "goal", seen.id()).from(seen.data()).to(data));
          return goals.find(dsl, tenant, seen.id()).orElseThrow(() -> new NotFound("goal"));
        });
  }

  /** Takes a goal back; runs that were started with it go on. */
  public void withdraw(TenantId tenant, UUID goal) {
    tenantTransaction.run(
        tenant,
        dsl -> {
          goals.delete(dsl, tenant, goal);
          Audit.record(dsl, tenant, Change.of("goal.withdrawn", "goal", goal));
        });
  }

  /** The goals for that software. */
  public List<Goal> of(TenantId tenant, UUID environment) {
    return tenantTransaction.in(
        tenant,
        dsl -> {
          require(dsl, tenant, environment);
          return goals.list(dsl, tenant, environment, "", MOST).items();
        });
  }

  private void require(DSLContext dsl, TenantId tenant, UUID environment) {
    if (environments.find(dsl, tenant, new EnvironmentId(environment)).isEmpty()) {
      throw new NotFound("environment");
    }
  }
}
