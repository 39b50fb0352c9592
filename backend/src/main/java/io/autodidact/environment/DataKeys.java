package io.autodidact.environment;

import static io.autodidact.schema.Tables.DATA_KEY;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.autodidact.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Repository;

/** Each tenant's data key, sealed. It opens for that tenant only. */
@Repository
class DataKeys {
  /** Whoever makes a data key holds this, so that a rotation does not end meanwhile. */
  private static final long MAKING = 0x61757464_6b657931L;

  private static final Logger LOG = LoggerFactory.getLogger(DataKeys.class);

  private final KeyEncryptionKeys keys;
  private final Clock clock;

  DataKeys(KeyEncryptionKeys keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /** The tenant's data key; made if there is none yet. */
  Aead of(DSLContext dsl, TenantId tenant) throws GeneralSecurityException {
    var known = find(dsl, tenant);
    return known.isPresent() ? known.get() : make(dsl, tenant);
  }

  Optional<Aead> find(DSLContext dsl, TenantId tenant) throws GeneralSecurityException {
    var sealed = sealed(dsl, tenant);
    return sealed.isEmpty()
        ? Optional.empty()
        : Optional.of(aead(keys.open(sealed.get(), place(tenant))));
  }

  private Aead make(DSLContext dsl, TenantId tenant) throws GeneralSecurityException {
    dsl.execute("SELECT pg_advisory_xact_lock_shared(?)", MAKING);
    var sealed =
        keys.seal(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM), place(tenant));
    dsl.insertInto(DATA_KEY)
        .set(DATA_KEY.TENANT_ID, tenant.value())
        .set(DATA_KEY.SEALED, sealed.dataKey())
        .set(DATA_KEY.SEALED_UNDER, sealed.under())
        .onConflictDoNothing() // Somebody else was quicker: theirs is the tenant's.
        .execute();
    return find(dsl, tenant).orElseThrow();
  }

  /** Seals the tenant's data key under the newest key; false if it can not be opened. */
  boolean reseal(DSLContext dsl, TenantId tenant) {
    try {
      var sealed =
          keys.seal(keys.open(sealed(dsl, tenant).orElseThrow(), place(tenant)), place(tenant));
      return dsl.update(DATA_KEY)
              .set(DATA_KEY.SEALED, sealed.dataKey())
              .set(DATA_KEY.SEALED_UNDER, sealed.under())
              .set(DATA_KEY.SEALED_AT, clock.instant().atOffset(ZoneOffset.UTC))
              .where(DATA_KEY.TENANT_ID.eq(tenant.value()))
              .execute()
          == 1;
    } catch (GeneralSecurityException e) {
      LOG.warn("The data key of tenant {} can not be opened", tenant.value(), e);
      return false;
    }
  }

  /** Tenants of whom something is not sealed as it should be. */
  List<TenantId> notSealedUnder(DSLContext dsl, long key) {
    return dsl.select(DSL.field("tenants_not_sealed_under", UUID.class))
        .from("tenants_not_sealed_under({0})", DSL.val(key))
        .fetch(row -> new TenantId(row.value1()));
  }

  /** Waits until nobody makes a data key, and keeps others from it until the transaction ends. */
  void nobodyMakesOne(DSLContext dsl) {
    dsl.execute("SELECT pg_advisory_xact_lock(?)", MAKING);
  }

  private static Optional<byte[]> sealed(DSLContext dsl, TenantId tenant) {
    return dsl.select(DATA_KEY.SEALED)
        .from(DATA_KEY)
        .where(DATA_KEY.TENANT_ID.eq(tenant.value()))
        .fetchOptional(DATA_KEY.SEALED);
  }

  private static Aead aead(KeysetHandle key) throws GeneralSecurityException {
    return key.getPrimitive(RegistryConfiguration.get(), Aead.class);
  }

  private static byte[] place(TenantId tenant) {
    return (tenant.value() + "/data key").getBytes(StandardCharsets.UTF_8);
  }
}
