package io.autodidact.job;

import io.autodidact.migrations.MigratedPostgres;
import io.autodidact.task.Task;
import io.autodidact.tenant.RunScope;
import io.autodidact.tenant.StoredJson;
import io.autodidact.tenant.TenantId;
import io.autodidact.tenant.TenantTransaction;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** A learning run in a real database, as the work of a stage; the budget is what the test says. */
public final class TestRun implements Work {
  private static final MigratedPostgres POSTGRES = MigratedPostgres.fresh();

  private final TenantTransaction tenantTransaction =
      new TenantTransaction(DSL.using(POSTGRES.app(), SQLDialect.POSTGRES));
  private final RunScope scope;
  private final Map<Resource, Long> spent = new ConcurrentHashMap<>();

  /** Set to true to end the stage's budget. */
  public final AtomicBoolean exhausted = new AtomicBoolean();

  /** Its news. */
  public final Queue<String> told = new ConcurrentLinkedQueue<>();

  private TestRun(RunScope scope) {
    this.scope = scope;
  }

  /** A new tenant with an environment and a run. */
  public static TestRun create() {
    var run = new TestRun(new RunScope(new TenantId(UUID.randomUUID()), UUID.randomUUID()));
    run.commit(run::insert);
    return run;
  }

  /** Another run of the same tenant in the same environment. */
  public TestRun anotherRun() {
    var another = new TestRun(new RunScope(scope.tenant(), UUID.randomUUID()));
    another.commit(
        dsl ->
            dsl.execute(
                """
                INSERT INTO learning_run (tenant_id, id, environment_id, catalogue_version,
                  agent_name, goals, settings, budget, seed, state, stage)
                SELECT tenant_id, ?, environment_id, catalogue_version, agent_name, goals, settings,
                  budget, seed, state, stage
                FROM learning_run WHERE tenant_id = ? AND id = ?
                """,
                another.scope.learningRun(),
                scope.tenant().value(),
                scope.learningRun()));
    return another;
  }

  /** Stores a task of this run. */
  public void insertTask(Task task) {
    commit(
        dsl ->
            dsl.execute(
                """
                INSERT INTO task (tenant_id, id, learning_run_id, family, difficulty, split, state,
                  request, episode_seed, plan, checks)
                VALUES (?, ?, ?, ?, ?, ?, 'KEPT', ?, ?, ?::jsonb, ?::jsonb)
                """,
                scope.tenant().value(),
                task.id().value(),
                scope.learningRun(),
                task.family(),
                task.difficulty(),
                task.split().name(),
                task.request(),
                task.episodeSeed(),
                StoredJson.write(task.plan()).data(),
                StoredJson.write(task.checks()).data()));
  }

  private String insert(DSLContext dsl) {
    var tenant = scope.tenant().value();
    var environment = UUID.randomUUID();
    dsl.execute("INSERT INTO tenant (tenant_id, name) VALUES (?, 'test')", tenant);
    dsl.execute(
        "INSERT INTO environment (tenant_id, id, name, kind, settings, lifecycle, policy) VALUES (?, ?, 'shop', 'openapi', '{}', '{}', '{\"forbidden\": [], \"allowDestructive\": false}')",
        tenant,
        environment);
    dsl.execute(
        "INSERT INTO catalogue (tenant_id, environment_id, version, digest, operations, defects) VALUES (?, ?, 1, 'd', '[]', '[]')",
        tenant,
        environment);
    dsl.execute(
        """
        INSERT INTO learning_run (tenant_id, id, environment_id, catalogue_version, agent_name, goals,
          settings, budget, seed, state, stage)
        VALUES (?, ?, ?, 1, 'agent', '[]', '{}', '{}', 1, 'RUNNING', 'EXPLORE')
        """,
        tenant,
        scope.learningRun(),
        environment);
    return "inserted";
  }

  @Override
  public RunScope scope() {
    return scope;
  }

  @Override
  public <T> T commit(Function<DSLContext, T> transaction) {
    return tenantTransaction.in(scope.tenant(), transaction);
  }

  public TenantTransaction tenantTransaction() {
    return tenantTransaction;
  }

  @Override
  public boolean mayContinue() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    return !exhausted.get();
  }

  @Override
  public void spend(Resource resource, long amount) {
    spent.merge(resource, amount, Long::sum);
  }

  /** What was spent so far. */
  public long spent(Resource resource) {
    return spent.getOrDefault(resource, 0L);
  }

  @Override
  public void progress(String doing, int done, int total) {}

  @Override
  public void tell(String kind, Object data) {
    told.add(kind + " " + data);
  }
}
