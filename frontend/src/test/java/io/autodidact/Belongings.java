package io.autodidact;

import io.autodidact.job.Work;
import io.autodidact.tenant.RunScope;
import io.autodidact.tenant.TenantId;
import io.autodidact.tenant.TenantTransaction;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.DSLContext;

/** One of everything a tenant may own, in the database. */
record Belongings(TenantId tenant, UUID environment, UUID run, UUID task, UUID rollout) {
  static final Set<String> SCOPES = Set.of("manage", "chat");

  static Belongings insert(TenantTransaction transaction) {
    var mine =
        new Belongings(
            new TenantId(UUID.randomUUID()),
            UUID.randomUUID(),
            UUID.randomUUID(),
            UUID.randomUUID(),
            UUID.randomUUID());
    transaction.run(mine.tenant(), mine::insert);
    transaction.run(mine.tenant(), mine::insertWork);
    return mine;
  }

  private void insert(DSLContext dsl) {
    dsl.execute("INSERT INTO tenant (tenant_id, name) VALUES (?, 'mine')", tenant.value());
    dsl.execute(
        """
        INSERT INTO environment (tenant_id, id, name, kind, settings, lifecycle, policy)
        VALUES (?, ?, 'shop', 'openapi', '{}', '{}', '{"forbidden": [], "allowDestructive": false}')
        """,
        tenant.value(),
        environment);
    dsl.execute(
        """
        INSERT INTO catalogue (tenant_id, environment_id, version, digest, operations, defects)
        VALUES (?, ?, 1, 'd', '[]', '[]')
        """,
        tenant.value(),
        environment);
    dsl.execute(
        """
        INSERT INTO learning_run (tenant_id, id, environment_id, catalogue_version, agent_name, goals,
          settings, budget, seed, state, stage)
        VALUES (?, ?, ?, 1, 'clerk', '[{"text": "sell", "forbidden": []}]', '{"examTasks": 40, "rank": 8}',
          '{"minutes": 20, "calls": 1000, "tokens": 100000}', 1, 'FAILED', 'EXPLORE')
        """,
        tenant.value(),
        run,
        environment);
  }

  private void insertWork(DSLContext dsl) {
    dsl.execute(
        """
        INSERT INTO coverage (tenant_id, learning_run_id, report) VALUES (?, ?, '{"operations": []}')
        """,
        tenant.value(),
        run);
    dsl.execute(
        """
        INSERT INTO task (tenant_id, id, learning_run_id, family, difficulty, split, state, request,
          episode_seed, plan, checks)
        VALUES (?, ?, ?, 'sell', 1, 'TRAIN', 'KEPT', 'Sell tea.', 1,
          '{"steps": [{"operation": "sell", "arguments":
              {"/item": {"type": "constant", "value": "tea"}}}], "answer": []}',
          '{"probes": [], "watches": [], "lists": [], "expected":
              [{"place": "items/[tea]/stock", "before": 2, "after": 1}],
            "masked": [], "answer": []}')
        """,
        tenant.value(),
        task,
        run);
    dsl.execute(
        """
        INSERT INTO rollout (tenant_id, id, learning_run_id, task_id, split, purpose, policy,
          policy_version, iteration, sample, with_experience, given_steps, seed, ending, reward,
          judgement, account, milliseconds)
        VALUES (?, ?, ?, ?, 'TRAIN', 'PRACTICE', 'base', 0, 0, 0, false, 0, 1, 'FINISHED', 1,
          '{"reward": 1, "held": [0], "unexpected": [], "answerRight": true}',
          '{"stretches": []}', 5)
        """,
        tenant.value(),
        rollout,
        run,
        task);
  }

  /** The run as the work of a stage that knows no limits. */
  Work work(TenantTransaction transaction) {
    var scope = new RunScope(tenant, run);
    return new Work() {
      @Override
      public RunScope scope() {
        return scope;
      }

      @Override
      public <T> T commit(Function<DSLContext, T> work) {
        return transaction.in(tenant, work);
      }

      @Override
      public boolean mayContinue() {
        return true;
      }

      @Override
      public void spend(Resource resource, long amount) {}

      @Override
      public void progress(String doing, int done, int total) {}

      @Override
      public void tell(String kind, Object data) {}
    };
  }

  /** Where each thing is shown. */
  List<String> paths() {
    return List.of(
        "/api/v1/environments/" + environment,
        "/api/v1/environments/" + environment + "/catalogue",
        "/api/v1/environments/" + environment + "/goals",
        "/api/v1/learning-runs/" + run,
        "/api/v1/learning-runs/" + run + "/coverage",
        "/api/v1/learning-runs/" + run + "/findings",
        "/api/v1/learning-runs/" + run + "/tasks?split=TRAIN&difficulty=1",
        "/api/v1/learning-runs/" + run + "/rollouts?purpose=PRACTICE",
        "/api/v1/learning-runs/" + run + "/experience",
        "/api/v1/learning-runs/" + run + "/iterations",
        "/api/v1/tasks/" + task,
        "/api/v1/rollouts/" + rollout);
  }

  /** What can be done to each thing. */
  List<String> actions() {
    return List.of(
        "/api/v1/environments/" + environment + "/test",
        "/api/v1/tasks/" + task + "/replay",
        "/api/v1/learning-runs/" + run + "/cancel",
        "/api/v1/learning-runs/" + run + "/resume");
  }

  /** Lists with one of my things in them. */
  List<String> lists() {
    return List.of("/api/v1/environments", "/api/v1/learning-runs");
  }
}
