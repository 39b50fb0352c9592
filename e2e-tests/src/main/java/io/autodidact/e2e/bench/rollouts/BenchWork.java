package io.autodidact.e2e.bench.rollouts;

import io.autodidact.job.Work;
import io.autodidact.tenant.RunScope;
import io.autodidact.tenant.TenantId;
import io.autodidact.tenant.TenantTransaction;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.DSLContext;

/** A learning run in the benchmark's database; commits are fenced as a worker's are. */
final class BenchWork implements Work {
  private static final String FENCE =
      "SELECT epoch FROM learning_run WHERE tenant_id = ? AND id = ? FOR SHARE";

  private final TenantTransaction transactions;
  private final Stopwatch stopwatch;
  private final RunScope scope = new RunScope(new TenantId(UUID.randomUUID()), UUID.randomUUID());

  BenchWork(TenantTransaction transactions, Stopwatch stopwatch) {
    this.transactions = transactions;
    this.stopwatch = stopwatch;
    transactions.run(scope.tenant(), this::insertRun);
  }

  private void insertRun(DSLContext dsl) {
    var tenant = scope.tenant().value();
    var environment = UUID.randomUUID();
    dsl.execute("INSERT INTO tenant (tenant_id, name) VALUES (?, 'bench')", tenant);
    dsl.execute(
        """
        INSERT INTO environment (tenant_id, id, name, kind, settings, lifecycle, policy)
        VALUES (?, ?, 'sample', 'openapi', '{}', '{}', '{}')
        """,
        tenant,
        environment);
    dsl.execute(
        """
        INSERT INTO catalogue (tenant_id, environment_id, version, digest, operations, defects)
        VALUES (?, ?, 1, 'bench', '[]', '[]')
        """,
        tenant,
        environment);
    dsl.execute(
        """
        INSERT INTO learning_run (tenant_id, id, environment_id, catalogue_version, agent_name,
          goals, settings, budget, seed, state, stage)
        VALUES (?, ?, ?, 1, 'bench', '[]', '{}', '{}', 1, 'RUNNING', 'ITERATE')
        """,
        tenant,
        scope.learningRun(),
        environment);
  }

  @Override
  public RunScope scope() {
    return scope;
  }

  @Override
  public <T> T commit(Function<DSLContext, T> transaction) {
    return stopwatch.keeping(
        () ->
            transactions.in(
                scope.tenant(),
                dsl -> {
                  dsl.fetchSingle(FENCE, scope.tenant().value(), scope.learningRun());
                  return transaction.apply(dsl);
                }));
  }

  @Override
  public boolean mayContinue() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    return true;
  }

  @Override
  public void spend(Resource resource, long amount) {}

  @Override
  public void progress(String doing, int done, int total) {}

  @Override
  public void tell(String kind, Object data) {
    throw new IllegalStateException("The benchmark expects no trouble: " + kind + " " + data);
  }
}
