package io.autodidact.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.autodidact.audit.VerifyAudit.Problem;
import io.autodidact.migrations.MigratedPostgres;
import io.autodidact.tenant.Audit;
import io.autodidact.tenant.Caller;
import io.autodidact.tenant.Change;
import io.autodidact.tenant.StoredJson;
import io.autodidact.tenant.TenantId;
import io.autodidact.tenant.TenantTransaction;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** A chain on real PostgreSQL, and people who tamper with it. */
class AuditTest {
  private static final MigratedPostgres POSTGRES = MigratedPostgres.fresh();

  private final DSLContext owner = DSL.using(POSTGRES.owner(), SQLDialect.POSTGRES);
  private final TenantTransaction transaction =
      new TenantTransaction(DSL.using(POSTGRES.app(), SQLDialect.POSTGRES));
  private final AuditRepository repository = new AuditRepository();
  private final AuditQueries audit = new AuditQueries(transaction, repository);
  private final VerifyAudit verify = new VerifyAudit(transaction, repository);
  private final TenantId tenant = tenant();

  private TenantId tenant() {
    var id = new TenantId(UUID.randomUUID());
    owner.execute("INSERT INTO tenant (tenant_id, name) VALUES (?, 'test')", id.value());
    return id;
  }

  @BeforeEach
  void fiveEntries() {
    for (int i = 1; i <= 5; i++) {
      record(tenant, Change.of("alias.moved", "alias", "clerk@" + i).with(Map.of("after", i)));
    }
  }

  @AfterEach
  void signOut() {
    SecurityContextHolder.clearContext();
    RequestContextHolder.resetRequestAttributes();
  }

  private void record(TenantId whose, Change change) {
    transaction.run(whose, dsl -> Audit.record(dsl, whose, change));
  }

  private List<Problem> problems() {
    return verify.verify(tenant, Optional.empty()).problems();
  }

  /** As somebody would who has the database in hand and knows how to get past the triggers. */
  private void tamper(String sql, Object... values) {
    owner.transaction(
        configuration -> {
          var dsl = DSL.using(configuration);
          dsl.execute("SET LOCAL session_replication_role = replica");
          assertThat(dsl.execute(sql, values)).isPositive();
        });
  }

  @Test
  void aChainThatNobodyTouchedIsIntact() {
    record(tenant, Change.of("goal.stated", "goal", "7").from("käse: ;").to(List.of()));

    var verdict = verify.verify(tenant, Optional.empty());

    assertThat(verdict.problems()).isEmpty();
    assertThat(verdict.entries()).isEqualTo(6);
    assertThat(verdict.head().seq()).isEqualTo(6);
  }

  @Test
  void anEntryThatWasChangedIsNamed() {
    for (var field : List.of("actor", "action", "thing", "thing_id", "detail", "address")) {
      var before =
          owner.fetchValue(
              "SELECT " + field + " FROM audit_entry WHERE tenant_id = ? AND seq = 3",
              tenant.value());
      tamper(
          "UPDATE audit_entry SET " + field + " = 'x' WHERE tenant_id = ? AND seq = 3",
          tenant.value());
      assertThat(problems()).as(field).extracting(Problem::seq).containsExactly(3L);
      tamper(
          "UPDATE audit_entry SET " + field + " = ? WHERE tenant_id = ? AND seq = 3",
          before,
          tenant.value());
    }
    tamper(
        "UPDATE audit_entry SET at = at + interval '1 microsecond' WHERE tenant_id = ? AND seq = 3",
        tenant.value());
    assertThat(problems()).extracting(Problem::seq).containsExactly(3L);
  }

  @Test
  void anEntryThatWasChangedAndHashedAnewBreaksTheOneBehindIt() {
    tamper("UPDATE audit_entry SET actor = 'x' WHERE tenant_id = ? AND seq = 3", tenant.value());
    tamper(
        "UPDATE audit_entry e SET hash = audit_hash(e) WHERE tenant_id = ? AND seq = 3",
        tenant.value());

    assertThat(problems()).extracting(Problem::seq).containsExactly(4L);
  }

  @Test
  void anEntryThatWasTakenOutIsNamed() {
    tamper("DELETE FROM audit_entry WHERE tenant_id = ? AND seq = 2", tenant.value());

    assertThat(problems()).containsExactly(new Problem(2, "Entry 2 was taken out."));
  }

  @Test
  void entriesThatWereTakenOutAndNumberedAnewAreFound() {
    tamper("DELETE FROM audit_entry WHERE tenant_id = ? AND seq = 2", tenant.value());
    tamper("UPDATE audit_entry SET seq = 2 WHERE tenant_id = ? AND seq = 3", tenant.value());

    assertThat(problems()).extracting(Problem::seq).contains(2L);
  }

  @Test
  void entriesThatChangedPlacesAreNamed() {
    tamper("UPDATE audit_entry SET seq = 30 WHERE tenant_id = ? AND seq = 3", tenant.value());
    tamper("UPDATE audit_entry SET seq = 3 WHERE tenant_id = ? AND seq = 4", tenant.value());
    tamper("UPDATE audit_entry SET seq = 4 WHERE tenant_id = ? AND seq = 30", tenant.value());

    assertThat(problems()).extracting(Problem::seq).contains(3L, 4L).doesNotContain(1L, 2L);
  }

  @Test
  void anEndThatWasCutOffIsFoundByTheHeadAndByAnAnchorWhereTheHeadWasMovedToo() {
    var anchor = verify.verify(tenant, Optional.empty()).head();
    tamper("DELETE FROM audit_entry WHERE tenant_id = ? AND seq > 3", tenant.value());

    assertThat(problems())
        .containsExactly(new Problem(4, "The end was cut off: entries 4 to 5 are missing."));

    tamper(
        "UPDATE audit_head h SET seq = 3, hash = e.hash FROM audit_entry e WHERE h.tenant_id = ? AND e.tenant_id = h.tenant_id AND e.seq = 3",
        tenant.value());
    assertThat(problems()).isEmpty();
    assertThat(verify.verify(tenant, Optional.of(anchor)).problems())
        .containsExactly(new Problem(4, "The end was cut off: entries 4 to 5 are missing."));

    record(tenant, Change.of("a", "b", "c"));
    record(tenant, Change.of("a", "b", "c"));
    assertThat(problems()).isEmpty();
    assertThat(verify.verify(tenant, Optional.of(anchor)).problems())
        .containsExactly(new Problem(5, "Entry 5 is not the one that the anchor names."));
  }

  @Test
  void theApplicationMayOnlyAddAndRead() {
    for (var sql :
        List.of(
            "UPDATE audit_entry SET actor = 'x'",
            "DELETE FROM audit_entry",
            "TRUNCATE audit_entry",
            "UPDATE audit_head SET seq = 0",
            "DELETE FROM audit_head",
            "INSERT INTO audit_head (tenant_id, seq, hash) VALUES (current_tenant(), 0, '')")) {
      assertThatThrownBy(() -> transaction.run(tenant, dsl -> dsl.execute(sql)))
          .as(sql)
          .isInstanceOf(DataAccessException.class)
          .hasMessageContaining("permission denied");
    }
    assertThatThrownBy(() -> owner.execute("DELETE FROM audit_entry"))
        .hasMessageContaining("only added to");
    assertThatThrownBy(() -> owner.execute("UPDATE audit_entry SET actor = 'x'"))
        .hasMessageContaining("only added to");
    assertThatThrownBy(() -> owner.execute("TRUNCATE audit_entry"))
        .hasMessageContaining("only added to");
  }

  @Test
  void numberTimeAndHashAreTheDatabasesWhateverTheApplicationSays() {
    transaction.run(
        tenant,
        dsl ->
            dsl.execute(
                "INSERT INTO audit_entry (tenant_id, seq, at, actor_kind, actor, action, thing, thing_id, previous, hash) VALUES (current_tenant(), 99, '2000-01-01', 'key', 'k', 'a', 't', 'i', '', '')"));

    assertThat(problems()).isEmpty();
    assertThat(audit.find(tenant, AuditFilter.ALL, "", 1).items().getFirst().seq()).isEqualTo(6);
  }

  @Test
  void aTenantNeitherReadsNorExtendsAnothersChain() {
    var another = tenant();

    assertThat(audit.find(another, AuditFilter.ALL, "", 10).items()).isEmpty();
    assertThatThrownBy(
            () ->
                transaction.run(
                    another, dsl -> Audit.record(dsl, tenant, Change.of("a", "b", "c"))))
        .isInstanceOf(DataAccessException.class);
    assertThat(verify.verify(tenant, Optional.empty()).entries()).isEqualTo(5);
  }

  @Test
  void entriesAddedAtTheSameMomentMakeOneChain() throws Exception {
    try (var threads = Executors.newFixedThreadPool(16)) {
      var all =
          IntStream.range(0, 200)
              .mapToObj(i -> threads.submit(() -> record(tenant, Change.of("a", "b", i))))
              .toList();
      for (var one : all) {
        one.get();
      }
    }
    var verdict = verify.verify(tenant, Optional.empty());
    assertThat(verdict.problems()).isEmpty();
    assertThat(verdict.entries()).isEqualTo(205);
  }

  @Test
  void aChangeThatIsRolledBackLeavesNoEntryAndNoGap() {
    assertThatThrownBy(
            () ->
                transaction.run(
                    tenant,
                    dsl -> {
                      Audit.record(dsl, tenant, Change.of("a", "b", "c"));
                      throw new IllegalStateException("on purpose");
                    }))
        .isInstanceOf(IllegalStateException.class);
    record(tenant, Change.of("a", "b", "d"));

    assertThat(problems()).isEmpty();
    assertThat(verify.verify(tenant, Optional.empty()).entries()).isEqualTo(6);
  }

  @Test
  void whoAndFromWhereIsWhatTheRequestSays() {
    var caller = Caller.key(UUID.randomUUID(), "test", tenant, Set.of("manage"));
    SecurityContextHolder.getContext()
        .setAuthentication(
            UsernamePasswordAuthenticationToken.authenticated(caller, null, List.of()));
    var request = new MockHttpServletRequest();
    request.setRemoteAddr("192.0.2.7");
    request.addHeader("User-Agent", "curl/8 " + "x".repeat(1000));
    RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));

    record(tenant, Change.of("a", "b", "c"));

    var entry = audit.find(tenant, AuditFilter.ALL, "", 1).items().getFirst();
    assertThat(entry.actorKind()).isEqualTo("program");
    assertThat(entry.actor()).isEqualTo(caller.id().toString());
    assertThat(entry.address()).hasValue("192.0.2.7");
    assertThat(entry.userAgent().orElseThrow()).startsWith("curl/8 ").hasSize(300);
    assertThat(problems()).isEmpty();
  }

  @Test
  void entriesAreFoundByWhoWhatThingAndTimeAPageAtATime() {
    record(tenant, Change.of("goal.stated", "goal", "7"));
    var first = audit.find(tenant, AuditFilter.ALL, "", 4);
    assertThat(first.items()).extracting(AuditEntry::seq).containsExactly(6L, 5L, 4L, 3L);
    var second = audit.find(tenant, AuditFilter.ALL, first.next().orElseThrow(), 4);
    assertThat(second.items()).extracting(AuditEntry::seq).containsExactly(2L, 1L);
    assertThat(second.next()).isEmpty();

    assertThat(found(filter(null, "goal", null, null, null, null))).containsExactly(6L);
    assertThat(found(filter(null, null, "alias", "clerk@2", null, null))).containsExactly(2L);
    assertThat(found(filter("worker", null, "goal", null, null, null))).containsExactly(6L);
    assertThat(found(filter("nobody", null, null, null, null, null))).isEmpty();
    var third = audit.find(tenant, AuditFilter.ALL, "4", 1).items().getFirst();
    assertThat(found(filter(null, null, null, null, null, third.at()))).containsExactly(2L, 1L);
    assertThat(found(filter(null, null, null, null, third.at(), null)))
        .containsExactly(6L, 5L, 4L, 3L);
  }

  private List<Long> found(AuditFilter filter) {
    return audit.find(tenant, filter, "", 50).items().stream().map(AuditEntry::seq).toList();
  }

  private static AuditFilter filter(
      String who, String what, String thing, String id, Instant from, Instant to) {
    return new AuditFilter(
        Optional.ofNullable(who),
        Optional.ofNullable(what),
        Optional.ofNullable(thing),
        Optional.ofNullable(id),
        Optional.ofNullable(from),
        Optional.ofNullable(to));
  }

  @Test
  void theExportIsALineAnEntryAndEndsWithTheAnchor() {
    var out = new ByteArrayOutputStream();

    audit.export(tenant, AuditFilter.ALL, out);

    var lines =
        out.toString(StandardCharsets.UTF_8).lines().map(StoredJson.MAPPER::readTree).toList();
    assertThat(lines).hasSize(6);
    assertThat(lines.getFirst().path("seq").asLong()).isEqualTo(1);
    var anchor = StoredJson.MAPPER.treeToValue(lines.getLast().path("anchor"), Anchor.class);
    assertThat(anchor).isEqualTo(verify.verify(tenant, Optional.empty()).head());
  }

  /** Prints what an entry costs in a transaction that is there anyway; asserts nothing on time. */
  @Test
  void anEntryInATransactionThatIsThereAnywayIsOneMoreStatement() throws Exception {
    int n = 2000;
    try (var connection = POSTGRES.app().getConnection()) {
      var one = new TenantTransaction(DSL.using(connection, SQLDialect.POSTGRES));
      long[] without = new long[n];
      long[] with = new long[n];
      for (int i = 0; i < n; i++) {
        without[i] = timed(one, false);
        with[i] = timed(one, true);
      }
      Arrays.sort(without);
      Arrays.sort(with);
      System.out.printf(
          "audit: median %d µs a transaction without an entry, %d µs with one, n = %d%n",
          without[n / 2] / 1000, with[n / 2] / 1000, n);
    }
    assertThat(verify.verify(tenant, Optional.empty()).entries()).isEqualTo(5 + n);
  }

  private long timed(TenantTransaction one, boolean audited) {
    long start = System.nanoTime();
    one.run(
        tenant,
        dsl -> {
          dsl.execute("UPDATE tenant SET name = 'x' WHERE tenant_id = ?", tenant.value());
          if (audited) {
            Audit.record(
                dsl, tenant, Change.of("alias.moved", "alias", "clerk").with(Map.of("after", 1)));
          }
        });
    return System.nanoTime() - start;
  }
}
