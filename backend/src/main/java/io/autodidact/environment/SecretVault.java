package io.autodidact.environment;

import static io.autodidact.schema.Tables.SECRET;

import io.autodidact.connector.ConnectorException;
import io.autodidact.tenant.Audit;
import io.autodidact.tenant.Change;
import io.autodidact.tenant.TenantId;
import io.autodidact.tenant.TenantTransaction;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Credentials of the tenants' software, in envelopes: sealed (AES-256-GCM) under the tenant's data
 * key, which is sealed under a key outside the database. A sealed value opens only for the tenant
 * and name it was sealed for. They can be written and used, never read.
 */
@Component
public class SecretVault {
  private final TenantTransaction tenantTransaction;
  private final DataKeys dataKeys;
  private final KeyEncryptionKeys keys;

  SecretVault(TenantTransaction tenantTransaction, DataKeys dataKeys, KeyEncryptionKeys keys) {
    this.tenantTransaction = tenantTransaction;
    this.dataKeys = dataKeys;
    this.keys = keys;
  }

  /** That there is a secret, and since when. */
  public record SecretName(String name, Instant keptAt) {}

  /** Keeps a secret; an earlier one of that name is replaced. */
  public void keep(TenantId tenant, String name, String value) {
    tenantTransaction.run(
        tenant,
        dsl -> {
          keep(dsl, tenant, name, bytes(value));
          Audit.record(dsl, tenant, Change.of("secret.kept", "secret", name));
        });
  }

  /** What secrets the tenant has, by name. */
  public List<SecretName> names(TenantId tenant) {
    return tenantTransaction.in(
        tenant,
        dsl ->
            dsl.select(SECRET.NAME, SECRET.CREATED_AT)
                .from(SECRET)
                .where(SECRET.TENANT_ID.eq(tenant.value()))
                .orderBy(SECRET.NAME)
                .fetch(row -> new SecretName(row.value1(), row.value2().toInstant())));
  }

  private void keep(DSLContext dsl, TenantId tenant, String name, byte[] value) {
    var sealed = seal(dsl, tenant, name, value);
    dsl.insertInto(SECRET)
        .set(SECRET.TENANT_ID, tenant.value())
        .set(SECRET.NAME, name)
        .set(SECRET.SEALED, sealed)
        .set(SECRET.ENVELOPED, true)
        .onConflict(SECRET.TENANT_ID, SECRET.NAME)
        .doUpdate()
        .set(SECRET.SEALED, sealed)
        .set(SECRET.ENVELOPED, true)
        .execute();
  }

  /** Puts what was sealed before there were envelopes into one. */
  void envelop(DSLContext dsl, TenantId tenant) {
    dsl.select(SECRET.NAME, SECRET.SEALED)
        .from(SECRET)
        .where(SECRET.TENANT_ID.eq(tenant.value()), SECRET.ENVELOPED.isFalse())
        .forUpdate()
        .fetch()
        .forEach(
            row ->
                keep(
                    dsl,
                    tenant,
                    row.value1(),
                    open(dsl, tenant, row.value1(), new Kept(row.value2(), false))));
  }

  private record Kept(byte[] sealed, boolean enveloped) {}

  /** Opens a secret for a connector. */
  String reveal(TenantId tenant, String name) {
    return tenantTransaction.in(
        tenant,
        dsl -> {
          var kept =
              dsl.select(SECRET.SEALED, SECRET.ENVELOPED)
                  .from(SECRET)
                  .where(SECRET.TENANT_ID.eq(tenant.value()), SECRET.NAME.eq(name))
                  .fetchOptional(row -> new Kept(row.value1(), row.value2()))
                  .orElseThrow(
                      () -> unusable("There is no secret named '" + name + "'; store it first."));
          return new String(open(dsl, tenant, name, kept), StandardCharsets.UTF_8);
        });
  }

  private byte[] seal(DSLContext dsl, TenantId tenant, String name, byte[] value) {
    try {
      return dataKeys.of(dsl, tenant).encrypt(value, place(tenant, name));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The secret could not be sealed", e);
    }
  }

  private byte[] open(DSLContext dsl, TenantId tenant, String name, Kept kept) {
    var place = place(tenant, name);
    try {
      if (!kept.enveloped()) {
        return keys.openDirectly(kept.sealed(), place);
      }
      var dataKey = dataKeys.find(dsl, tenant).orElseThrow(() -> lost(name, Optional.empty()));
      return dataKey.decrypt(kept.sealed(), place);
    } catch (GeneralSecurityException e) {
      throw lost(name, Optional.of(e));
    }
  }

  private static ConnectorException lost(String name, Optional<Exception> cause) {
    var failure =
        unusable("The secret '" + name + "' was sealed under another key; store it again.");
    cause.ifPresent(failure::initCause);
    return failure;
  }

  private static ConnectorException unusable(String message) {
    return new ConnectorException(ConnectorException.Fault.SETTINGS, message);
  }

  private static byte[] place(TenantId tenant, String name) {
    return bytes(tenant.value() + "/" + name);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
