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
record Belongings(TenantId tenant, UUID environment, UUID run) {
  static final Set<String> SCOPES = Set.of("manage", "chat");

  static Belongings insert(TenantTransaction transaction) {
    var mine =
        new Belongings(new TenantId(UUID.randomUUID()), UUID.randomUUID(), UUID.randomUUID());
    transaction.run(mine.tenant(), mine::insert);
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
        "/api/v1/learning-runs/" + run);
  }

  /** What can be done to each thing. */
  List<String> actions() {
    return List.of(
        "/api/v1/environments/" + environment + "/test",
        "/api/v1/learning-runs/" + run + "/cancel",
        "/api/v1/learning-runs/" + run + "/resume");
  }

  /** Lists with one of my things in them. */
  List<String> lists() {
    return List.of("/api/v1/environments", "/api/v1/learning-runs");
  }
}
