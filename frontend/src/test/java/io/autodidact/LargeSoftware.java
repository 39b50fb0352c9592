package io.autodidact;

import io.autodidact.connector.Effect;
import io.autodidact.connector.Operation;
import io.autodidact.exploration.Coverage;
import io.autodidact.exploration.Coverage.Reach;
import io.autodidact.exploration.Coverage.State;
import io.autodidact.tenant.StoredJson;
import io.autodidact.tenant.TenantId;
import io.autodidact.tenant.TenantTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jooq.DSLContext;

/** Software with 330 operations in 22 parts and a map of it, to see that screens hold that much. */
record LargeSoftware(TenantId tenant, UUID environment, UUID run) {
  private static final int PARTS = 22;
  private static final int IN_EACH = 15;

  static LargeSoftware insert(TenantTransaction transaction, TenantId tenant) {
    var large = new LargeSoftware(tenant, UUID.randomUUID(), UUID.randomUUID());
    var operations = operations();
    transaction.run(tenant, dsl -> large.insert(dsl, operations));
    return large;
  }

  private static List<Operation> operations() {
    var operations = new ArrayList<Operation>();
    for (int part = 0; part < PARTS; part++) {
      for (int i = 0; i < IN_EACH; i++) {
        var effect = Effect.values()[i % 5 == 4 ? 2 : i % 2];
        operations.add(
            new Operation(
                "operation_%d_of_part_%d".formatted(i, part),
                "Does number %d of part %d".formatted(i, part),
                "",
                List.of("admin", "realms", "{realm}", "part-" + part, "{id}"),
                StoredJson.MAPPER.createObjectNode(),
                Optional.empty(),
                effect,
                ""));
      }
    }
    return operations;
  }

  private void insert(DSLContext dsl, List<Operation> operations) {
    dsl.execute(
        """
        INSERT INTO environment (tenant_id, id, name, kind, settings, lifecycle, policy)
        VALUES (?, ?, 'Large', 'openapi', '{}', '{}', '{"forbidden": [], "allowDestructive": false}')
        """,
        tenant.value(),
        environment);
    dsl.execute(
        """
        INSERT INTO catalogue (tenant_id, environment_id, version, digest, operations, defects)
        VALUES (?, ?, 1, 'd', ?::jsonb, '[]')
        """,
        tenant.value(),
        environment,
        StoredJson.write(operations).data());
    dsl.execute(
        """
        INSERT INTO learning_run (tenant_id, id, environment_id, catalogue_version, agent_name, goals,
          settings, budget, seed, state, stage, created_at)
        VALUES (?, ?, ?, 1, 'admin', '[]', '{"examTasks": 40, "rank": 8}',
          '{"minutes": 20, "calls": 1000, "tokens": 100000}', 1, 'FAILED', 'EXPLORE', now() - interval '1 day')
        """,
        tenant.value(),
        run,
        environment);
    explored(dsl, operations);
  }

  private void explored(DSLContext dsl, List<Operation> operations) {
    var random = new Random(1);
    var states =
        List.of(State.REACHED, State.REACHED, State.REACHED, State.REFUSED, State.UNREACHABLE);
    var reached =
        operations.stream()
            .map(
                one -> {
                  var state =
                      one.effect() == Effect.DESTRUCTIVE
                          ? State.FORBIDDEN
                          : states.get(random.nextInt(states.size()));
                  return new Reach(one.name(), state, 3, state == State.REACHED ? "" : "So it is.");
                })
            .toList();
    dsl.execute(
        "INSERT INTO coverage (tenant_id, learning_run_id, report) VALUES (?, ?, ?::jsonb)",
        tenant.value(),
        run,
        StoredJson.write(new Coverage(reached)).data());
    dsl.execute(
        """
        INSERT INTO transition (tenant_id, learning_run_id, seq, episode_seed, operation, arguments,
          provenance, outcome, succeeded)
        VALUES (?, ?, 0, 1, ?, '{}', '{}', '{"type": "succeeded", "code": 200, "body": {}}', true)
        """,
        tenant.value(),
        run,
        operations.getFirst().name());
    flows(dsl, operations, random);
  }

  private void flows(DSLContext dsl, List<Operation> operations, Random random) {
    for (int i = 0; i < 500; i++) {
      var from = operations.get(random.nextInt(operations.size())).name();
      var to = operations.get(random.nextInt(operations.size())).name();
      dsl.execute(
          """
          INSERT INTO flow (tenant_id, learning_run_id, producer, result_path, consumer, parameter,
            confirmed_by)
          VALUES (?, ?, ?, '/id', ?, '/id', ?) ON CONFLICT DO NOTHING
          """,
          tenant.value(),
          run,
          from,
          to,
          i % 3 == 0 ? null : 0);
    }
  }
}
