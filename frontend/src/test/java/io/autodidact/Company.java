package io.autodidact;

import io.autodidact.connector.Effect;
import io.autodidact.connector.Operation;
import io.autodidact.job.Work;
import io.autodidact.release.ExamReport;
import io.autodidact.release.GateVerdict;
import io.autodidact.release.GateVerdict.Held;
import io.autodidact.release.GateVerdict.Passed;
import io.autodidact.release.PublishRelease;
import io.autodidact.release.ReleaseContent;
import io.autodidact.tenant.StoredJson;
import io.autodidact.tenant.TenantId;
import io.autodidact.tenant.TenantTransaction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jooq.DSLContext;

/** A company that has worked with the console for a while: what its people see there. */
final class Company {
  static final String AGENT = "stock-clerk";
  private static final UUID NOBODY = new UUID(0, 0);

  final TenantId tenant = new TenantId(UUID.randomUUID());
  final UUID software = UUID.randomUUID();
  private final TenantTransaction transaction;
  private final Instant now = Instant.now();

  private Company(TenantTransaction transaction) {
    this.transaction = transaction;
  }

  /** A tenant that has only just begun: nothing but its name. */
  static Company begin(TenantTransaction transaction) {
    var company = new Company(transaction);
    company.run("INSERT INTO tenant (tenant_id, name) VALUES (?, 'Northwind Traders')");
    return company;
  }

  /** With software and a goal, and no run yet. */
  static Company withSoftware(TenantTransaction transaction) {
    var company = begin(transaction);
    company.connect();
    return company;
  }

  private void connect() {
    run(
        """
        INSERT INTO environment (tenant_id, id, name, kind, settings, lifecycle, policy)
        VALUES (?, ?, 'Warehouse', 'openapi', '{}', '{}', '{"forbidden": [], "allowDestructive": false}')
        """,
        software);
    run(
        """
        INSERT INTO catalogue (tenant_id, environment_id, version, digest, operations, defects)
        VALUES (?, ?, 1, 'd', ?::jsonb, '[]')
        """,
        software,
        StoredJson.write(IntStream.range(0, 22).mapToObj(Company::operation).toList()).data());
    run(
        """
        INSERT INTO goal (tenant_id, id, version, environment_id, text, preferences)
        VALUES (?, gen_random_uuid(), 1, ?, 'Keep the stock in order: find items, correct counts, move them.',
          '{"text": "Keep the stock in order: find items, correct counts, move them.", "forbidden": []}')
        """,
        software);
  }

  private static Operation operation(int number) {
    var schema = StoredJson.MAPPER.createObjectNode().put("type", "object");
    return new Operation(
        "read" + number, "", "", List.of(), schema, Optional.empty(), Effect.READ, "It is a GET.");
  }

  /** A run of the agent that has come to its end. */
  UUID learnSomething() {
    return learn(AGENT, "FINISHED", "DONE", 1);
  }

  /** A run of the agent, begun so many hours ago. */
  UUID learn(String agent, String state, String stage, double hoursAgo) {
    var id = UUID.randomUUID();
    run(
        """
        INSERT INTO learning_run (tenant_id, id, environment_id, catalogue_version, agent_name, goals,
          settings, budget, seed, state, stage, reason, progress, created_at, finished_at)
        VALUES (?, ?, ?, 1, ?, '[{"text": "Keep the stock in order: find items, correct counts, move them.", "forbidden": []}]',
          '{"examTasks": 48, "rank": 16}', '{"minutes": 20, "calls": 1000000, "tokens": 50000000}', 1, ?, ?,
          ?::text, ?::jsonb, ?::timestamptz, ?::timestamptz)
        """,
        id,
        software,
        agent,
        state,
        stage,
        state.equals("FAILED")
            ? "The software does not answer at its address. Start it, then take the run up again."
            : null,
        "{\"stage\": \"%s\", \"doing\": \"Round 7: 24 of 48 attempts\", \"done\": 24, \"total\": 48, \"seconds\": 140, \"secondsLeft\": 190}"
            .formatted(stage),
        ago(hoursAgo),
        state.equals("RUNNING") ? null : ago(hoursAgo - 0.35));
    for (var stageSpent : List.of("EXPLORE", "WARM_START", "ITERATE")) {
      spend(
          id,
          stageSpent,
          Map.of("MILLISECONDS", 240_000L, "CALLS", 5_120L, "SAMPLED_TOKENS", 91_400L));
    }
    return id;
  }

  private void spend(UUID run, String stage, Map<String, Long> amounts) {
    amounts.forEach(
        (resource, amount) ->
            run("INSERT INTO usage VALUES (?, ?, ?, ?, ?)", run, stage, resource, amount));
  }

  /** News of the run, oldest first. */
  void tell(UUID run, String kind, Map<String, Object> data) {
    run(
        "INSERT INTO run_event (tenant_id, learning_run_id, kind, data) VALUES (?, ?, ?, ?::jsonb)",
        run,
        kind,
        StoredJson.write(data).data());
  }

  void finding(UUID run, String kind, String operation, String message) {
    run(
        "INSERT INTO finding VALUES (?, ?, ?, ?, ?, ?, '{}')",
        run,
        UUID.randomUUID().toString(),
        kind,
        operation,
        message);
  }

  /** Rounds of practice in which ever more of the tasks are solved. */
  void practise(UUID run, int rounds) {
    for (int round = 1; round <= rounds; round++) {
      for (int place = 0; place < 6; place++) {
        var task = task(run, "setStock", "TRAIN");
        double skill = Math.min(0.95, 0.25 + 0.07 * round);
        attempt(run, task, "PRACTICE", "trained", round, false, share(skill, place));
        attempt(run, task, "PRACTICE", "trained", round, true, share(skill + 0.06, place));
      }
    }
  }

  private static double share(double skill, int place) {
    return Math.clamp(skill + 0.12 * (place - 2.5) / 2.5, 0, 1);
  }

  /** An exam: how often each candidate solves tasks of each kind. */
  void examine(UUID run, Map<String, Double> skills) {
    var families =
        List.of("setStock", "moveItem", "stock of an item?", "createItem", "reserve", "setPrice");
    for (var family : families) {
      for (int i = 0; i < 8; i++) {
        var task = task(run, family, "EXAM");
        int place = i;
        skills.forEach(
            (candidate, skill) -> {
              double harder = skill - 0.05 * families.indexOf(family);
              double reward = (place + 0.5) / 8 < harder ? 1 : 0;
              var attempt = attempt(run, task, "EXAM", candidate, 0, false, reward);
              run(
                  "INSERT INTO exam_result VALUES (?, ?, ?, ?, 'EXAM', 0, ?, 0, ?)",
                  run,
                  candidate,
                  task,
                  reward,
                  attempt);
            });
      }
    }
  }

  private UUID task(UUID run, String family, String split) {
    var id = UUID.randomUUID();
    run(
        """
        INSERT INTO task (tenant_id, id, learning_run_id, family, difficulty, split, state, request,
          episode_seed, plan, checks)
        VALUES (?, ?, ?, ?, 1, ?, 'KEPT', 'Set the stock of green tea to 12.', 1, '{"steps": [], "answer": []}',
          '{"probes": [], "watches": [], "lists": [], "expected": [], "masked": [], "answer": []}')
        """,
        id,
        run,
        family,
        split);
    return id;
  }

  private UUID attempt(
      UUID run,
      UUID task,
      String purpose,
      String policy,
      int round,
      boolean lessons,
      double reward) {
    var id = UUID.randomUUID();
    run(
        """
        INSERT INTO rollout (tenant_id, id, learning_run_id, task_id, split, purpose, policy,
          policy_version, iteration, sample, with_experience, given_steps, seed, ending, reward,
          judgement, account, milliseconds)
        VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, 0, 1, 'FINISHED', ?, '{}', '{}', 5)
        """,
        id,
        run,
        task,
        purpose.equals("EXAM") ? "EXAM" : "TRAIN",
        purpose,
        policy,
        round,
        lessons ? 1 : 0,
        lessons,
        reward);
    return id;
  }

  /** The run's version, signed. */
  void release(PublishRelease publish, UUID run, boolean passed) {
    var verdict = passed ? passed() : held();
    var json = StoredJson.MAPPER.createObjectNode();
    publish.publish(
        work(run),
        new ReleaseContent(
            new ReleaseContent.Agent(AGENT, software),
            "SmolLM2-135M-Instruct",
            bytes("adapter of " + run),
            bytes("{\"content\": \"Look before you change.\"}\n"),
            new ReleaseContent.Behaviour(json, json, json),
            new ExamReport(List.of(), List.of()),
            new ReleaseContent.Origin("c", "t", "0.1.0")),
        verdict);
  }

  private static GateVerdict passed() {
    return new Passed(
        "It passed: +79.2 points over the base model on 48 tasks (95 % interval +66.7 to +89.6).",
        List.of());
  }

  private static GateVerdict held() {
    return new Held(
        "It was not released: it is not surely better than the base model. +2.1 points over the"
            + " base model on 48 tasks (95 % interval +0.0 to +6.2).",
        List.of());
  }

  /** A call of version 1 that waits for a person. */
  void askFor(String operation, String arguments) {
    run(
        """
        INSERT INTO approval (tenant_id, token_hash, agent_id, version, operation, arguments, created_at, expires_at)
        SELECT tenant_id, decode(md5(?), 'hex'), id, 1, ?, ?::jsonb, now(), now() + interval '50 minutes'
        FROM agent WHERE tenant_id = ?
        """,
        List.of(operation, operation, arguments, tenant.value()));
  }

  Work work(UUID run) {
    return new Belongings(tenant, software, run, NOBODY, NOBODY).work(transaction);
  }

  /** Every statement begins with the tenant. */
  private void run(String sql, Object... more) {
    var values = new ArrayList<Object>();
    values.add(tenant.value());
    values.addAll(Arrays.asList(more));
    run(sql, values);
  }

  private void run(String sql, List<Object> values) {
    Function<DSLContext, Integer> work = dsl -> dsl.execute(sql, values.toArray());
    transaction.in(tenant, work);
  }

  private OffsetDateTime ago(double hours) {
    return now.minus(Duration.ofSeconds(Math.round(3600 * hours))).atOffset(ZoneOffset.UTC);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
