package io.autodidact.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.autodidact.migrations.MigratedPostgres;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tries to get at another tenant's rows with hand-written SQL under the application's role. */
class TenantIsolationTest {
  private static final MigratedPostgres POSTGRES = MigratedPostgres.fresh();

  private final DSLContext owner = DSL.using(POSTGRES.owner(), SQLDialect.POSTGRES);
  private final DSLContext app = DSL.using(POSTGRES.app(), SQLDialect.POSTGRES);
  private final UUID ours = UUID.randomUUID();
  private final UUID theirs = UUID.randomUUID();

  @BeforeEach
  void twoTenantsWithAnEnvironmentEach() {
    for (var tenant : List.of(ours, theirs)) {
      owner.execute("INSERT INTO tenant (tenant_id, name) VALUES (?, 'someone')", tenant);
      owner.execute(
          """
          INSERT INTO environment (tenant_id, id, name, kind, settings, lifecycle, policy)
          VALUES (?, ?, 'shop', 'openapi', '{}', '{}', '{}')
          """,
          tenant,
          UUID.randomUUID());
    }
  }

  @Test
  void everyTableWithATenantIsBehindRowLevelSecurity() {
    var open =
        owner
            .fetch(
                """
                SELECT c.relname FROM pg_class c
                JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id'
                WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace
                  AND NOT (c.relrowsecurity
                    AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid))
                """)
            .map(Record::toString);

    assertThat(open).isEmpty();
  }

  @Test
  void everyTableOfTheLoopNamesItsTenant() {
    var without =
        owner
            .fetch(
                """
                SELECT c.relname FROM pg_class c
                WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
                  AND c.relname NOT IN ('flyway_schema_history', 'scheduled_tasks')
                  AND NOT EXISTS (SELECT FROM pg_attribute a
                    WHERE a.attrelid = c.oid AND a.attname = 'tenant_id')
                """)
            .map(row -> row.get(0, String.class));

    assertThat(without).isEmpty();
  }

  @Test
  void theApplicationsRoleCanNotBypassTheLock() {
    var role =
        owner.fetchSingle(
            "SELECT rolsuper, rolbypassrls, rolcreaterole FROM pg_roles WHERE rolname = 'autodidact_app'");

    assertThat(role.intoList()).containsOnly(false);
    assertThat(owner.fetch("SELECT tablename FROM pg_tables WHERE tableowner = 'autodidact_app'"))
        .isEmpty();
  }

  @Test
  void aTenantSeesItsOwnRowsOnly() {
    var seen =
        as(ours, dsl -> dsl.fetch("SELECT tenant_id FROM environment").getValues(0, UUID.class));

    assertThat(seen).containsExactly(ours);
  }

  @Test
  void withoutATenantNothingIsSeen() {
    assertThat(app.fetch("SELECT * FROM environment")).isEmpty();
  }

  @Test
  void aTenantCanNotWriteAnothersRows() {
    int updated =
        as(
            ours,
            dsl -> dsl.execute("UPDATE environment SET name = 'x' WHERE tenant_id = ?", theirs));
    int deleted =
        as(ours, dsl -> dsl.execute("DELETE FROM environment WHERE tenant_id = ?", theirs));

    assertThat(updated + deleted).isZero();
    assertThatThrownBy(
            () -> as(ours, dsl -> dsl.execute("UPDATE environment SET tenant_id = ?", theirs)))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("row-level security");
    assertThatThrownBy(
            () ->
                as(
                    ours,
                    dsl ->
                        dsl.execute(
                            "INSERT INTO goal (tenant_id, id, environment_id, text, preferences) VALUES (?, ?, ?, 'x', '{}')",
                            theirs,
                            UUID.randomUUID(),
                            UUID.randomUUID())))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("row-level security");
  }

  @Test
  void aTenantCanNotDisarmTheLock() {
    assertThatThrownBy(
            () ->
                as(ours, dsl -> dsl.execute("ALTER TABLE environment DISABLE ROW LEVEL SECURITY")))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("must be owner");
    assertThatThrownBy(() -> as(ours, dsl -> dsl.execute("SET ROLE postgres")))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("permission denied");
  }

  private <T> T as(UUID tenant, Function<DSLContext, T> work) {
    return app.transactionResult(
        configuration -> {
          var dsl = DSL.using(configuration);
          dsl.fetch("SELECT set_config('autodidact.tenant', ?, true)", tenant.toString());
          return work.apply(dsl);
        });
  }
}
