package io.autodidact.environment;

import io.autodidact.connector.ConnectorException;
import io.autodidact.tenant.Audit;
import io.autodidact.tenant.Caller;
import io.autodidact.tenant.Change;
import io.autodidact.tenant.Permission;
import io.autodidact.tenant.TenantId;
import io.autodidact.tenant.TenantTransaction;
import java.security.GeneralSecurityException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Replaces the key-encryption key: a new one seals from now on, every tenant's data key is sealed
 * under it, then the old one is destroyed. Broken off anywhere, the next call goes on; until it is
 * done both keys open what they have sealed.
 */
@Component
public class RotateKeys {
  private static final Logger LOG = LoggerFactory.getLogger(RotateKeys.class);

  private final DSLContext database;
  private final TenantTransaction tenantTransaction;
  private final KeyEncryptionKeys keys;
  private final DataKeys dataKeys;
  private final SecretVault secrets;

  RotateKeys(
      DSLContext database,
      TenantTransaction tenantTransaction,
      KeyEncryptionKeys keys,
      DataKeys dataKeys,
      SecretVault secrets) {
    this.database = database;
    this.tenantTransaction = tenantTransaction;
    this.keys = keys;
    this.dataKeys = dataKeys;
    this.secrets = secrets;
  }

  /**
   * How a rotation went.
   *
   * @param resealed tenants whose data keys were sealed anew
   * @param stuck tenants whose data key could not be opened; while there are any the old key is
   *     kept. Have them store their secrets again.
   */
  public record Rotation(int resealed, List<TenantId> stuck) {
    public Rotation {
      stuck = List.copyOf(stuck);
    }

    /** Whether the old key is gone. */
    public boolean finished() {
      return stuck.isEmpty();
    }
  }

  /**
   * Rotates, or goes on where the last rotation broke off.
   *
   * @throws io.autodidact.tenant.Forbidden unless the caller runs the platform
   */
  public Rotation rotate(Caller admin) {
    admin.require(Permission.RUN_PLATFORM);
    var rotation = rotate();
    tenantTransaction.run(
        admin.tenant(),
        dsl ->
            Audit.record(
                dsl,
                admin.tenant(),
                Change.of("keys.rotated", "platform", "key-encryption key")
                    .with(
                        Map.of("tenants", rotation.resealed(), "finished", rotation.finished()))));
    return rotation;
  }

  private Rotation rotate() {
    try {
      keys.renew();
      var resealed = new HashSet<TenantId>();
      var stuck = new HashSet<TenantId>();
      do {
        for (var tenant : notDone(stuck)) {
          (reseal(tenant) ? resealed : stuck).add(tenant);
        }
      } while (stuck.isEmpty() && !finished());
      return new Rotation(resealed.size(), List.copyOf(stuck));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The key of the secrets can not be replaced", e);
    }
  }

  private List<TenantId> notDone(Set<TenantId> stuck) {
    return dataKeys.notSealedUnder(database, keys.newest()).stream()
        .filter(tenant -> !stuck.contains(tenant))
        .toList();
  }

  /**
   * Destroys the old key if nobody needs it any more. The transaction only looks, and keeps others
   * from making data keys: what was sealed anew is committed before.
   */
  private boolean finished() {
    return database.transactionResult(
        configuration -> {
          var dsl = DSL.using(configuration);
          dataKeys.nobodyMakesOne(dsl);
          long newest = keys.newest();
          if (!dataKeys.notSealedUnder(dsl, newest).isEmpty()) {
            return false;
          }
          keys.forgetOthers(newest);
          return true;
        });
  }

  private boolean reseal(TenantId tenant) {
    try {
      return tenantTransaction.in(
          tenant,
          dsl -> {
            secrets.envelop(dsl, tenant);
            return dataKeys.reseal(dsl, tenant);
          });
    } catch (ConnectorException e) {
      LOG.warn("A secret of tenant {} can not be sealed anew", tenant.value(), e);
      return false;
    }
  }
}
