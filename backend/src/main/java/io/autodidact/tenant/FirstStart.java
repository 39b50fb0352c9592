package io.autodidact.tenant;

import static io.autodidact.schema.Tables.TENANT;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Gives an empty database its first tenant and key, and shows the key once. */
@Component
class FirstStart implements ApplicationRunner {
  private static final Set<String> EVERYTHING =
      Arrays.stream(KeyScope.values()).map(KeyScope::word).collect(Collectors.toUnmodifiableSet());

  private final DSLContext database;
  private final TenantTransaction tenantTransaction;
  private final ApiKeys keys;
  private final Optional<Path> keyFile;
  private final String alias;

  FirstStart(
      DSLContext database,
      TenantTransaction tenantTransaction,
      ApiKeys keys,
      @Value("${autodidact.first-api-key-file:}") String keyFile,
      @Value("${autodidact.first-tenant:first-tenant}") String alias) {
    this.database = database;
    this.tenantTransaction = tenantTransaction;
    this.keys = keys;
    this.alias = alias;
    this.keyFile = keyFile.isBlank() ? Optional.empty() : Optional.of(Path.of(keyFile));
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (Boolean.TRUE.equals(database.fetchValue(DSL.field("has_tenants()", Boolean.class)))) {
      return;
    }
    var tenant = new TenantId(UUID.randomUUID());
    tenantTransaction.run(
        tenant,
        dsl ->
            dsl.insertInto(TENANT)
                .set(TENANT.TENANT_ID, tenant.value())
                .set(TENANT.ALIAS, alias)
                .set(TENANT.NAME, Memberships.inWords(alias))
                .execute());
    show(keys.create(tenant, "first key", EVERYTHING));
  }

  private void show(ApiKey key) {
    if (keyFile.isEmpty()) {
      System.out.println("Your first API key, shown this once: " + key.text());
      return;
    }
    try {
      Files.deleteIfExists(keyFile.get());
      var onlyOwner =
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
      Files.writeString(Files.createFile(keyFile.get(), onlyOwner), key.text());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The first API key could not be written to " + keyFile.get(), e);
    }
  }
}
