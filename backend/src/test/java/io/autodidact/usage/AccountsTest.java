package io.autodidact.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.autodidact.job.TestRun;
import io.autodidact.schema.Tables;
import io.autodidact.tenant.Caller;
import io.autodidact.tenant.Forbidden;
import io.autodidact.tenant.RunScope;
import io.autodidact.usage.Accounts.Need;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** Reserving, metering and settling on real PostgreSQL. */
class AccountsTest {
  private static final Clock NOVEMBER =
      Clock.fixed(Instant.parse("2026-11-26T12:00:00Z"), ZoneOffset.UTC);

  private final TestRun run = TestRun.create();

  private static Accounts accounts(Quotas quotas, Clock clock) {
    return new Accounts(new QuotaRepository(quotas), new UsageRepository(), clock);
  }

  private static Quotas quotas(int runs, long engineSeconds, long tokens) {
    return new Quotas(runs, engineSeconds, 1, tokens, 60);
  }

  private static Need seconds(long seconds) {
    return new Need(seconds * 1000, 0);
  }

  private void reserve(Accounts accounts, TestRun run, Need need) {
    run.tenantTransaction()
        .run(run.scope().tenant(), dsl -> accounts.reserve(dsl, run.scope(), need));
  }

  private void meter(Accounts accounts, TestRun run, Metered what, long amount) {
    run.tenantTransaction()
        .run(run.scope().tenant(), dsl -> accounts.meter(dsl, run.scope(), Map.of(what, amount)));
  }

  private Optional<QuotaExceeded.Standing> reached(Accounts accounts, TestRun run, Need keepBack) {
    return run.commit(dsl -> accounts.reached(dsl, run.scope(), keepBack));
  }

  private void end(TestRun run) {
    run.commit(
        dsl ->
            dsl.execute(
                "UPDATE learning_run SET state = 'FAILED' WHERE id = ?",
                run.scope().learningRun()));
  }

  @Test
  void aRunThatWouldPassAQuotaIsRefusedWithTheFiguresAndWhenItFreesUp() {
    var accounts = accounts(quotas(5, 3600, 1000), NOVEMBER);
    var other = run.anotherRun();
    reserve(accounts, other, seconds(1000));
    meter(accounts, other, Metered.ENGINE_MILLISECONDS, 400_000);

    assertThatThrownBy(() -> reserve(accounts, run, seconds(2601)))
        .isInstanceOfSatisfying(
            QuotaExceeded.class,
            refusal -> {
              assertThat(refusal.standing())
                  .isEqualTo(
                      new QuotaExceeded.Standing(
                          Quota.ENGINE_SECONDS_A_MONTH,
                          400,
                          600,
                          2601,
                          3600,
                          Optional.of(Instant.parse("2026-12-01T00:00:00Z"))));
              assertThat(refusal)
                  .hasMessage(
                      "This takes 2,601 of 3,600 engine-seconds a month; 400 are used and 600 are"
                          + " reserved by runs that go on. Ask for less, wait until"
                          + " 2026-12-01T00:00:00Z, or have a platform admin raise the quota.");
              assertThat(refusal.retryAfter(NOVEMBER.instant())).hasValue(4L * 86_400 + 43_200);
            });
    reserve(accounts, run, seconds(2600));
  }

  @Test
  void whatWasUsedLastMonthDoesNotCount() {
    var october = Clock.fixed(Instant.parse("2026-10-31T23:59:59Z"), ZoneOffset.UTC);
    var other = run.anotherRun();
    meter(accounts(quotas(5, 3600, 1000), october), other, Metered.ENGINE_MILLISECONDS, 3_600_000);

    reserve(accounts(quotas(5, 3600, 1000), NOVEMBER), run, seconds(3600));
  }

  @Test
  void theReservationOfARunThatHasEndedIsFree() {
    var accounts = accounts(quotas(1, 3600, 1000), NOVEMBER);
    var dead = run.anotherRun();
    end(run);
    reserve(accounts, dead, seconds(3600));
    assertThatThrownBy(() -> reserve(accounts, run.anotherRun(), seconds(1)))
        .isInstanceOf(QuotaExceeded.class)
        .hasMessageContaining("learning runs at a time");

    end(dead);

    reserve(accounts, run, seconds(3600));
  }

  @Test
  void startsAtTheSameMomentDoNotPassTheQuotaTogether() throws Exception {
    var accounts = accounts(quotas(100, 1000, 1000), NOVEMBER);
    Callable<Boolean> start =
        () -> {
          try {
            run.tenantTransaction().run(run.scope().tenant(), dsl -> startAnother(dsl, accounts));
            return true;
          } catch (QuotaExceeded e) {
            return false;
          }
        };
    try (var threads = Executors.newFixedThreadPool(16)) {
      var started = threads.invokeAll(IntStream.range(0, 40).mapToObj(i -> start).toList());
      int admitted = 0;
      for (var one : started) {
        admitted += one.get() ? 1 : 0;
      }
      assertThat(admitted).isEqualTo(3);
    }
    int reservations = run.commit(dsl -> dsl.fetchCount(Tables.RESERVATION));
    assertThat(reservations).isEqualTo(3);
  }

  /** Writes the run down and reserves in one transaction, as a start does. */
  private void startAnother(DSLContext dsl, Accounts accounts) {
    var scope = new RunScope(run.scope().tenant(), UUID.randomUUID());
    dsl.execute(
        """
        INSERT INTO learning_run (tenant_id, id, environment_id, catalogue_version, agent_name,
          goals, settings, budget, seed, state, stage)
        SELECT tenant_id, ?, environment_id, catalogue_version, agent_name, goals, settings, budget,
          seed, 'QUEUED', stage FROM learning_run WHERE id = ?
        """,
        scope.learningRun(),
        run.scope().learningRun());
    accounts.reserve(dsl, scope, seconds(300));
  }

  @Test
  void aRunMayUseWhatIsFreeButNotWhatOthersHaveReserved() {
    var accounts = accounts(quotas(5, 1000, 1000), NOVEMBER);
    var other = run.anotherRun();
    reserve(accounts, run, seconds(100));
    reserve(accounts, other, seconds(500));

    meter(accounts, run, Metered.ENGINE_MILLISECONDS, 450_000);
    assertThat(reached(accounts, run, Need.NOTHING)).isEmpty();
    assertThat(reached(accounts, run, seconds(60))).isPresent();
    meter(accounts, run, Metered.ENGINE_MILLISECONDS, 50_000);
    assertThat(reached(accounts, run, Need.NOTHING)).isPresent();
    assertThat(reached(accounts, other, Need.NOTHING)).isEmpty();
  }

  @Test
  void aTenantHasNoMoreEnvironmentsThanItMayHave() {
    var accounts = accounts(quotas(5, 1000, 1000), NOVEMBER);

    assertThatThrownBy(
            () ->
                run.tenantTransaction()
                    .run(
                        run.scope().tenant(),
                        dsl -> accounts.admitEnvironment(dsl, run.scope().tenant())))
        .isInstanceOf(QuotaExceeded.class)
        .hasMessageContaining("1 of 1 environments");
  }

  @Test
  void servedAgentsStopAnsweringWhenTodaysTokensAreUsed() {
    var accounts = accounts(quotas(5, 1000, 1000), NOVEMBER);
    var tenant = run.scope().tenant();
    run.tenantTransaction().run(tenant, dsl -> accounts.admitChat(dsl, tenant));

    run.tenantTransaction().run(tenant, dsl -> accounts.meterChat(dsl, tenant, 1000));

    assertThatThrownBy(
            () -> run.tenantTransaction().run(tenant, dsl -> accounts.admitChat(dsl, tenant)))
        .isInstanceOf(QuotaExceeded.class)
        .hasMessageContaining("tokens a day");
  }

  @Test
  void onlyWhoRunsThePlatformSetsQuotasAndTheyCountAtOnce() {
    var repository = new QuotaRepository(quotas(1, 1, 1));
    var set = new SetQuotas(run.tenantTransaction(), repository);
    var tenant = run.scope().tenant();
    var manager = Caller.key(UUID.randomUUID(), "test", tenant, Set.of("manage"));
    var admin = Caller.key(UUID.randomUUID(), "test", tenant, Set.of("platform"));

    assertThatThrownBy(() -> set.set(manager, tenant, quotas(9, 9, 9)))
        .isInstanceOf(Forbidden.class);
    set.set(admin, tenant, quotas(9, 9, 9));

    assertThat(run.<Quotas>commit(dsl -> repository.find(dsl, tenant))).isEqualTo(quotas(9, 9, 9));
  }
}
