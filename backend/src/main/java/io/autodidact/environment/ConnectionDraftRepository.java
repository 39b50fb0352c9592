package io.autodidact.environment;

import static io.autodidact.schema.Tables.CONNECTION_DRAFT;

import io.autodidact.connector.Catalogue;
import io.autodidact.environment.ConnectionDraft.Changes;
import io.autodidact.tenant.StoredJson;
import io.autodidact.tenant.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.UpdateSetMoreStep;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** Drafts at rest. */
@Repository
class ConnectionDraftRepository {
  private static final org.jooq.Field<Boolean> HAS_DOCUMENT =
      DSL.field(CONNECTION_DRAFT.DOCUMENT.isNotNull()).as("has_document");

  void insert(DSLContext dsl, TenantId tenant, UUID id, Optional<Changes> changes, DraftData data) {
    dsl.insertInto(CONNECTION_DRAFT)
        .set(CONNECTION_DRAFT.TENANT_ID, tenant.value())
        .set(CONNECTION_DRAFT.ID, id)
        .set(
            CONNECTION_DRAFT.ENVIRONMENT_ID,
            changes.map(changed -> changed.environment().value()).orElse(null))
        .set(CONNECTION_DRAFT.ENVIRONMENT_VERSION, changes.map(Changes::version).orElse(null))
        .set(CONNECTION_DRAFT.DATA, StoredJson.write(data))
        .execute();
  }

  Optional<ConnectionDraft> find(DSLContext dsl, TenantId tenant, UUID id) {
    return select(dsl, is(tenant, id)).stream().findFirst();
  }

  /** Newest first. */
  List<ConnectionDraft> all(DSLContext dsl, TenantId tenant) {
    return select(dsl, CONNECTION_DRAFT.TENANT_ID.eq(tenant.value()));
  }

  /** The description itself, where the draft keeps it. */
  Optional<String> document(DSLContext dsl, TenantId tenant, UUID id) {
    return dsl.select(CONNECTION_DRAFT.DOCUMENT)
        .from(CONNECTION_DRAFT)
        .where(is(tenant, id))
        .fetchOptional(CONNECTION_DRAFT.DOCUMENT);
  }

  /** False if somebody changed the draft since that version. */
  boolean put(DSLContext dsl, TenantId tenant, ConnectionDraft seen, DraftData data) {
    return update(dsl)
            .set(CONNECTION_DRAFT.DATA, StoredJson.write(data))
            .where(was(tenant, seen))
            .execute()
        == 1;
  }

  /** As {@link #put}, for a change of what describes the software: what was found is forgotten. */
  boolean describe(
      DSLContext dsl,
      TenantId tenant,
      ConnectionDraft seen,
      DraftData data,
      Optional<String> document) {
    return update(dsl)
            .set(CONNECTION_DRAFT.DATA, StoredJson.write(data))
            .set(
                CONNECTION_DRAFT.DOCUMENT,
                document.map(text -> text.replace('\0', '\uFFFD')).orElse(null))
            .setNull(CONNECTION_DRAFT.CATALOGUE)
            .where(was(tenant, seen))
            .execute()
        == 1;
  }

  boolean found(DSLContext dsl, TenantId tenant, ConnectionDraft seen, Catalogue catalogue) {
    return update(dsl)
            .set(CONNECTION_DRAFT.CATALOGUE, StoredJson.write(catalogue))
            .where(was(tenant, seen))
            .execute()
        == 1;
  }

  void delete(DSLContext dsl, TenantId tenant, UUID id) {
    dsl.deleteFrom(CONNECTION_DRAFT).where(is(tenant, id)).execute();
  }

  private static UpdateSetMoreStep<?> update(DSLContext dsl) {
    return dsl.update(CONNECTION_DRAFT)
        .set(CONNECTION_DRAFT.VERSION, CONNECTION_DRAFT.VERSION.plus(1))
        .set(CONNECTION_DRAFT.UPDATED_AT, DSL.currentOffsetDateTime());
  }

  private static Condition is(TenantId tenant, UUID id) {
    return CONNECTION_DRAFT.TENANT_ID.eq(tenant.value()).and(CONNECTION_DRAFT.ID.eq(id));
  }

  private static Condition was(TenantId tenant, ConnectionDraft seen) {
    return is(tenant, seen.id()).and(CONNECTION_DRAFT.VERSION.eq(seen.version()));
  }

  private static List<ConnectionDraft> select(DSLContext dsl, Condition condition) {
    return dsl.select(
            CONNECTION_DRAFT.ID,
            CONNECTION_DRAFT.VERSION,
            CONNECTION_DRAFT.ENVIRONMENT_ID,
            CONNECTION_DRAFT.ENVIRONMENT_VERSION,
            CONNECTION_DRAFT.DATA,
            CONNECTION_DRAFT.CATALOGUE,
            CONNECTION_DRAFT.UPDATED_AT,
            HAS_DOCUMENT)
        .from(CONNECTION_DRAFT)
        .where(condition)
        .orderBy(CONNECTION_DRAFT.UPDATED_AT.desc())
        .fetch(ConnectionDraftRepository::read);
  }

  private static ConnectionDraft read(Record row) {
    return new ConnectionDraft(
        row.get(CONNECTION_DRAFT.ID),
        row.get(CONNECTION_DRAFT.VERSION),
        Optional.ofNullable(row.get(CONNECTION_DRAFT.ENVIRONMENT_ID))
            .map(
                id ->
                    new Changes(
                        new EnvironmentId(id), row.get(CONNECTION_DRAFT.ENVIRONMENT_VERSION))),
        StoredJson.read(row.get(CONNECTION_DRAFT.DATA), DraftData.class),
        row.get(HAS_DOCUMENT),
        Optional.ofNullable(row.get(CONNECTION_DRAFT.CATALOGUE))
            .map(stored -> StoredJson.read(stored, Catalogue.class)),
        row.get(CONNECTION_DRAFT.UPDATED_AT).toInstant());
  }
}
