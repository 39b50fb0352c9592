package io.autodidact.tenant;

import static io.autodidact.schema.Tables.API_KEY;
import static io.autodidact.schema.Tables.TENANT;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Makes API keys and recognises them; only their hashes are kept. */
@Component
public class ApiKeys {
  private final DSLContext database;
  private final TenantTransaction tenantTransaction;
  private final SecureRandom random = new SecureRandom();

  ApiKeys(DSLContext database, TenantTransaction tenantTransaction) {
    this.database = database;
    this.tenantTransaction = tenantTransaction;
  }

  /** A new key of the tenant; the answer is the only time its text is known. */
  public ApiKey create(TenantId tenant, String name, Set<String> scopes) {
    var key = ApiKey.random(random);
    tenantTransaction.run(
        tenant,
        dsl ->
            dsl.insertInto(API_KEY)
                .set(API_KEY.TENANT_ID, tenant.value())
                .set(API_KEY.ID, UUID.randomUUID())
                .set(API_KEY.NAME, name)
                .set(API_KEY.HASH, key.hash())
                .set(API_KEY.SCOPES, scopes.toArray(String[]::new))
                .execute());
    return key;
  }

  /**
   * Nobody gets in with the key from now on; nothing happens if it is revoked or not the tenant's.
   */
  public void revoke(TenantId tenant, UUID key) {
    tenantTransaction.run(
        tenant,
        dsl ->
            dsl.update(API_KEY)
                .set(API_KEY.REVOKED_AT, DSL.currentOffsetDateTime())
                .where(
                    API_KEY.TENANT_ID.eq(tenant.value()),
                    API_KEY.ID.eq(key),
                    API_KEY.REVOKED_AT.isNull())
                .execute());
  }

  /** Who showed that key; empty if nobody has it or it was revoked. */
  public Optional<Caller> recognise(String text) {
    return database
        .select(
            DSL.field("tenant_id", UUID.class),
            DSL.field("id", UUID.class),
            DSL.field("name", String.class),
            DSL.field("scopes", String[].class))
        .from("find_api_key({0})", DSL.val(new ApiKey(text).hash()))
        .fetchOptional(
            row ->
                Caller.key(
                    row.value2(), row.value3(), new TenantId(row.value1()), Set.of(row.value4())));
  }

  /** Whether a key that was recognised before still opens what it did. */
  public boolean stands(Caller key) {
    return tenantTransaction.in(
        key.tenant(),
        dsl ->
            dsl.fetchExists(
                API_KEY.join(TENANT).on(TENANT.TENANT_ID.eq(API_KEY.TENANT_ID)),
                API_KEY.TENANT_ID.eq(key.tenant().value()),
                API_KEY.ID.eq(key.id()),
                API_KEY.REVOKED_AT.isNull(),
                TENANT.STATE.eq(Tenant.State.ACTIVE.name())));
  }
}
