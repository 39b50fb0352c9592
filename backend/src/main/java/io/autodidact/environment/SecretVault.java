package io.autodidact.environment;

import static io.autodidact.schema.Tables.SECRET;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.autodidact.connector.ConnectorException;
import io.autodidact.tenant.TenantId;
import io.autodidact.tenant.TenantTransaction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Credentials of the tenants' software, sealed (AES-256-GCM) under a key that lies in a file of the
 * platform and never in the database. A sealed value opens only for the tenant and name it was
 * sealed for.
 */
@Component
public class SecretVault {
  private final TenantTransaction tenantTransaction;
  private final Aead aead;

  SecretVault(
      TenantTransaction tenantTransaction, @Value("${autodidact.data-directory}") Path directory)
      throws GeneralSecurityException, IOException {
    this.tenantTransaction = tenantTransaction;
    AeadConfig.register();
    this.aead =
        keyset(directory.resolve("secrets.key"))
            .getPrimitive(RegistryConfiguration.get(), Aead.class);
  }

  /** Keeps a secret; an earlier one of that name is replaced. */
  public void keep(TenantId tenant, String name, String value) {
    var sealed = seal(tenant, name, value);
    tenantTransaction.run(
        tenant,
        dsl ->
            dsl.insertInto(SECRET)
                .set(SECRET.TENANT_ID, tenant.value())
                .set(SECRET.NAME, name)
                .set(SECRET.SEALED, sealed)
                .onConflict(SECRET.TENANT_ID, SECRET.NAME)
                .doUpdate()
                .set(SECRET.SEALED, sealed)
                .execute());
  }

  /** Opens a secret for a connector. */
  String reveal(TenantId tenant, String name) {
    var sealed =
        tenantTransaction.in(
            tenant,
            dsl ->
                dsl.select(SECRET.SEALED)
                    .from(SECRET)
                    .where(SECRET.TENANT_ID.eq(tenant.value()), SECRET.NAME.eq(name))
                    .fetchOptional(SECRET.SEALED));
    return open(
        tenant,
        name,
        sealed.orElseThrow(
            () ->
                new ConnectorException(
                    ConnectorException.Fault.SETTINGS,
                    "There is no secret named '" + name + "'; store it first.")));
  }

  private byte[] seal(TenantId tenant, String name, String value) {
    try {
      return aead.encrypt(value.getBytes(StandardCharsets.UTF_8), place(tenant, name));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The secret could not be sealed", e);
    }
  }

  private String open(TenantId tenant, String name, byte[] sealed) {
    try {
      return new String(aead.decrypt(sealed, place(tenant, name)), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new ConnectorException(
          ConnectorException.Fault.SETTINGS,
          "The secret '" + name + "' was sealed under another key; store it again.",
          e);
    }
  }

  private static byte[] place(TenantId tenant, String name) {
    return (tenant.value() + "/" + name).getBytes(StandardCharsets.UTF_8);
  }

  private static KeysetHandle keyset(Path file) throws GeneralSecurityException, IOException {
    if (Files.exists(file)) {
      return TinkJsonProtoKeysetFormat.parseKeyset(
          Files.readString(file), InsecureSecretKeyAccess.get());
    }
    var fresh = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
    Files.createDirectories(file.getParent());
    var onlyOwner =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    Files.writeString(
        Files.createFile(file, onlyOwner),
        TinkJsonProtoKeysetFormat.serializeKeyset(fresh, InsecureSecretKeyAccess.get()));
    return fresh;
  }
}
