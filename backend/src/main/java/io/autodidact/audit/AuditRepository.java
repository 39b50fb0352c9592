package io.autodidact.audit;

import static io.autodidact.schema.Tables.AUDIT_ENTRY;
import static io.autodidact.schema.Tables.AUDIT_HEAD;

import io.autodidact.schema.tables.records.AuditEntryRecord;
import io.autodidact.tenant.TenantId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** The audit at rest, to be read; {@link io.autodidact.tenant.Audit} adds to it. */
@Repository
class AuditRepository {
  private static final int ROWS_AT_ONCE = 1000;

  /** Newest first, from behind the entry {@code before} on. */
  List<AuditEntry> find(
      DSLContext dsl, TenantId tenant, AuditFilter filter, long before, int limit) {
    return dsl.selectFrom(AUDIT_ENTRY)
        .where(is(tenant, filter), AUDIT_ENTRY.SEQ.lt(before))
        .orderBy(AUDIT_ENTRY.SEQ.desc())
        .limit(limit)
        .fetch(AuditRepository::read);
  }

  /** Oldest first, up to an entry, one by one; there may be more than fit in memory. */
  void each(
      DSLContext dsl, TenantId tenant, AuditFilter filter, long last, Consumer<AuditEntry> reader) {
    try (var rows =
        dsl.selectFrom(AUDIT_ENTRY)
            .where(is(tenant, filter), AUDIT_ENTRY.SEQ.le(last))
            .orderBy(AUDIT_ENTRY.SEQ)
            .fetchSize(ROWS_AT_ONCE)
            .fetchLazy()) {
      rows.forEach(row -> reader.accept(read(row)));
    }
  }

  /** The end of the chain as the database keeps it; empty before the first entry. */
  Optional<Anchor> head(DSLContext dsl, TenantId tenant) {
    return dsl.selectFrom(AUDIT_HEAD)
        .where(AUDIT_HEAD.TENANT_ID.eq(tenant.value()))
        .fetchOptional(row -> new Anchor(row.getSeq(), hex(row.getHash())));
  }

  private static Condition is(TenantId tenant, AuditFilter filter) {
    return DSL.and(
        AUDIT_ENTRY.TENANT_ID.eq(tenant.value()),
        filter.who().map(AUDIT_ENTRY.ACTOR::eq).orElse(DSL.noCondition()),
        filter.what().map(AUDIT_ENTRY.ACTION::startsWith).orElse(DSL.noCondition()),
        filter.thing().map(AUDIT_ENTRY.THING::eq).orElse(DSL.noCondition()),
        filter.id().map(AUDIT_ENTRY.THING_ID::eq).orElse(DSL.noCondition()),
        filter.from().map(at -> AUDIT_ENTRY.AT.ge(utc(at))).orElse(DSL.noCondition()),
        filter.to().map(at -> AUDIT_ENTRY.AT.lt(utc(at))).orElse(DSL.noCondition()));
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  private static AuditEntry read(AuditEntryRecord row) {
    return new AuditEntry(
        row.getSeq(),
        row.getAt().toInstant(),
        row.getActorKind(),
        row.getActor(),
        row.getAction(),
        row.getThing(),
        row.getThingId(),
        Optional.ofNullable(row.getBeforeDigest()),
        Optional.ofNullable(row.getAfterDigest()),
        Optional.ofNullable(row.getDetail()),
        Optional.ofNullable(row.getAddress()),
        Optional.ofNullable(row.getUserAgent()),
        hex(row.getPrevious()),
        hex(row.getHash()));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
