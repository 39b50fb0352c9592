package io.autodidact.schema;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.autodidact.migrations.MigratedPostgres;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is trained on or learned from can not be an exam task: the schema refuses the row. */
class ExamFirewallTest {
  private static final MigratedPostgres POSTGRES = MigratedPostgres.fresh();

  private final DSLContext owner = DSL.using(POSTGRES.owner(), SQLDialect.POSTGRES);
  private final UUID tenant = UUID.randomUUID();
  private final UUID run = UUID.randomUUID();

  @BeforeEach
  void aRunWithAnOptimiserStep() {
    var environment = UUID.randomUUID();
    owner.execute("INSERT INTO tenant (tenant_id, name) VALUES (?, 'someone')", tenant);
    owner.execute(
        "INSERT INTO environment (tenant_id, id, name, kind, settings, lifecycle, policy) VALUES (?, ?, 'shop', 'openapi', '{}', '{}', '{}')",
        tenant,
        environment);
    owner.execute(
        "INSERT INTO catalogue (tenant_id, environment_id, version, digest, operations, defects) VALUES (?, ?, 1, 'd', '[]', '[]')",
        tenant,
        environment);
    owner.execute(
        """
        INSERT INTO learning_run (tenant_id, id, environment_id, catalogue_version, agent_name, goals,
          settings, budget, seed, state, stage)
        VALUES (?, ?, ?, 1, 'a', '[]', '{}', '{}', 1, 'RUNNING', 'ITERATE')
        """,
        tenant,
        run,
        environment);
    owner.execute(
        "INSERT INTO training_step (tenant_id, learning_run_id, seq, kind, iteration, state, learning_rate, tokens) VALUES (?, ?, 1, 'WARM_START', 0, 'APPLIED', 0.001, 10)",
        tenant,
        run);
  }

  @Test
  void aTrainTaskMayBeTrainedOn() {
    var task = task("TRAIN");

    assertThatCode(() -> trainOn(task, "TRAIN")).doesNotThrowAnyException();
  }

  @Test
  void anExamTaskCanNotBeTrainedOnUnderItsOwnName() {
    var task = task("EXAM");

    assertThatThrownBy(() -> trainOn(task, "EXAM"))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("check constraint");
  }

  @Test
  void anExamTaskCanNotBeTrainedOnInDisguise() {
    var task = task("EXAM");

    assertThatThrownBy(() -> trainOn(task, "TRAIN"))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("foreign key");
  }

  @Test
  void aTaskThatWasTrainedOnCanNotBecomeAnExamTask() {
    var task = task("TRAIN");
    trainOn(task, "TRAIN");

    assertThatThrownBy(() -> owner.execute("UPDATE task SET split = 'EXAM' WHERE id = ?", task))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("foreign key");
  }

  private UUID task(String split) {
    var id = UUID.randomUUID();
    owner.execute(
        """
        INSERT INTO task (tenant_id, id, learning_run_id, family, difficulty, split, state, request,
          episode_seed, plan, checks)
        VALUES (?, ?, ?, 'f', 1, ?, 'KEPT', 'Do it.', 1, '{}', '{}')
        """,
        tenant,
        id,
        run,
        split);
    return id;
  }

  private void trainOn(UUID task, String split) {
    owner.execute(
        "INSERT INTO training_example (tenant_id, learning_run_id, seq, position, task_id, split) VALUES (?, ?, 1, ?, ?, ?)",
        tenant,
        run,
        task.hashCode() & 0xffff,
        task,
        split);
  }
}
