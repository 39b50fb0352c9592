package io.autodidact.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import io.autodidact.connector.ConnectorException;
import io.autodidact.environment.RotateKeys.Rotation;
import io.autodidact.tenant.Caller;
import io.autodidact.tenant.Forbidden;
import io.autodidact.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets in their envelopes, and what becomes of them when keys are rotated. */
class SecretVaultTest {
  @TempDir private Path directory;
  private final Tenants tenants = new Tenants();
  private final TenantId mine = tenants.create();
  private final TenantId theirs = tenants.create();
  private final Caller admin = Caller.key(UUID.randomUUID(), "test", mine, Set.of("platform"));
  private Process process;

  /** What one process of the platform holds; another may have read another key file. */
  private final class Process {
    final KeyEncryptionKeys keys;
    final SecretVault vault;
    final RotateKeys rotate;

    Process() throws Exception {
      keys = new KeyEncryptionKeys(directory);
      var dataKeys = new DataKeys(keys, Clock.systemUTC());
      vault = new SecretVault(tenants.transaction, dataKeys, keys);
      rotate =
          new RotateKeys(
              DSL.using(tenants.postgres.app(), SQLDialect.POSTGRES),
              tenants.transaction,
              keys,
              dataKeys,
              vault);
    }
  }

  @BeforeEach
  void start() throws Exception {
    process = new Process();
  }

  private int keysInTheFile() throws Exception {
    return TinkJsonProtoKeysetFormat.parseKeyset(
            Files.readString(directory.resolve("secrets.key")), InsecureSecretKeyAccess.get())
        .size();
  }

  @Test
  void aSecretOpensAgainAndLiesNowhereInTheDatabase() {
    process.vault.keep(mine, "shop", "old-value");
    process.vault.keep(mine, "shop", "s3cret-value");

    assertThat(process.vault.reveal(mine, "shop")).isEqualTo("s3cret-value");
    assertThat(process.vault.names(mine)).hasSize(1);
    assertThat(tenants.owner().fetch("SELECT * FROM secret, data_key").toString())
        .doesNotContain("s3cret-value");
  }

  @Test
  void theKeyFileIsForItsOwnerOnly() throws Exception {
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(directory.resolve("secrets.key"))))
        .isEqualTo("rw-------");
  }

  @Test
  void aRowMovedToAnotherTenantOrNameDoesNotOpen() {
    process.vault.keep(mine, "shop", "s3cret-value");
    process.vault.keep(theirs, "shop", "their-value");

    tenants
        .owner()
        .execute(
            "UPDATE secret t SET sealed = m.sealed FROM secret m WHERE m.tenant_id = ? AND t.tenant_id = ?",
            mine.value(),
            theirs.value());
    assertThatThrownBy(() -> process.vault.reveal(theirs, "shop"))
        .isInstanceOf(ConnectorException.class)
        .hasMessageContaining("sealed under another key");

    tenants
        .owner()
        .execute(
            "UPDATE data_key t SET sealed = m.sealed FROM data_key m WHERE m.tenant_id = ? AND t.tenant_id = ?",
            mine.value(),
            theirs.value());
    assertThatThrownBy(() -> process.vault.reveal(theirs, "shop"))
        .hasMessageContaining("sealed under another key");

    tenants.owner().execute("UPDATE secret SET name = 'bank' WHERE tenant_id = ?", mine.value());
    assertThatThrownBy(() -> process.vault.reveal(mine, "bank"))
        .hasMessageContaining("sealed under another key");
  }

  @Test
  void afterARotationEverythingOpensAndTheOldKeyIsGone() throws Exception {
    process.vault.keep(mine, "shop", "s3cret-value");
    process.vault.keep(theirs, "shop", "their-value");
    var file = Files.readString(directory.resolve("secrets.key"));

    assertThat(process.rotate.rotate(admin)).isEqualTo(new Rotation(2, java.util.List.of()));

    assertThat(keysInTheFile()).isEqualTo(1);
    assertThat(Files.readString(directory.resolve("secrets.key"))).isNotEqualTo(file);
    assertThat(process.vault.reveal(mine, "shop")).isEqualTo("s3cret-value");
    assertThat(new Process().vault.reveal(theirs, "shop")).isEqualTo("their-value");
    assertThat(process.rotate.rotate(admin).resealed()).isEqualTo(2);

    Files.writeString(directory.resolve("secrets.key"), file);
    var withTheOldKey = new Process();
    assertThatThrownBy(() -> withTheOldKey.vault.reveal(mine, "shop"))
        .hasMessageContaining("sealed under another key");
  }

  @Test
  void anotherProcessReadsTheNewKeyWhenItNeedsIt() throws Exception {
    process.vault.keep(mine, "shop", "s3cret-value");
    var worker = new Process();
    assertThat(worker.vault.reveal(mine, "shop")).isEqualTo("s3cret-value");

    process.rotate.rotate(admin);
    worker.vault.keep(theirs, "shop", "their-value");

    assertThat(worker.vault.reveal(mine, "shop")).isEqualTo("s3cret-value");
    assertThat(process.vault.reveal(theirs, "shop")).isEqualTo("their-value");
  }

  @Test
  void aRotationThatBrokeOffGoesOnAndBothKeysOpenMeanwhile() throws Exception {
    process.vault.keep(mine, "shop", "s3cret-value");
    process.keys.renew();

    assertThat(keysInTheFile()).isEqualTo(2);
    assertThat(process.vault.reveal(mine, "shop")).isEqualTo("s3cret-value");
    process.vault.keep(theirs, "shop", "their-value");

    assertThat(new Process().rotate.rotate(admin).resealed()).isEqualTo(1);
    assertThat(keysInTheFile()).isEqualTo(1);
    assertThat(process.vault.reveal(theirs, "shop")).isEqualTo("their-value");
    assertThat(process.vault.reveal(mine, "shop")).isEqualTo("s3cret-value");
  }

  @Test
  void theOldKeyStaysWhileADataKeyCanNotBeOpened() throws Exception {
    process.vault.keep(mine, "shop", "s3cret-value");
    process.vault.keep(theirs, "shop", "their-value");
    tenants
        .owner()
        .execute("UPDATE data_key SET sealed = '\\x00' WHERE tenant_id = ?", theirs.value());

    var rotation = process.rotate.rotate(admin);

    assertThat(rotation.finished()).isFalse();
    assertThat(rotation.stuck()).containsExactly(theirs);
    assertThat(keysInTheFile()).isEqualTo(2);
    assertThat(process.vault.reveal(mine, "shop")).isEqualTo("s3cret-value");

    tenants.owner().execute("DELETE FROM data_key WHERE tenant_id = ?", theirs.value());
    process.vault.keep(theirs, "shop", "their-value");
    assertThat(process.rotate.rotate(admin).finished()).isTrue();
    assertThat(keysInTheFile()).isEqualTo(1);
  }

  @Test
  void whatWasSealedBeforeThereWereEnvelopesOpensAndIsPutIntoOne() throws Exception {
    var direct =
        TinkJsonProtoKeysetFormat.parseKeyset(
                Files.readString(directory.resolve("secrets.key")), InsecureSecretKeyAccess.get())
            .getPrimitive(RegistryConfiguration.get(), Aead.class)
            .encrypt(
                "s3cret-value".getBytes(StandardCharsets.UTF_8),
                (mine.value() + "/shop").getBytes(StandardCharsets.UTF_8));
    tenants
        .owner()
        .execute(
            "INSERT INTO secret (tenant_id, name, sealed) VALUES (?, 'shop', ?)",
            mine.value(),
            direct);

    assertThat(process.vault.reveal(mine, "shop")).isEqualTo("s3cret-value");
    assertThat(process.rotate.rotate(admin).resealed()).isEqualTo(1);
    assertThat(process.vault.reveal(mine, "shop")).isEqualTo("s3cret-value");
    assertThat(tenants.owner().fetchValue("SELECT enveloped FROM secret")).isEqualTo(true);
  }

  @Test
  void secretsKeptWhileKeysAreRotatedAreNotLost() throws Exception {
    var fresh = IntStream.range(0, 20).mapToObj(i -> tenants.create()).toList();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      fresh.forEach(tenant -> threads.submit(() -> process.vault.keep(tenant, "shop", "value-1")));
      for (int i = 0; i < 3; i++) {
        process.rotate.rotate(admin);
      }
    }
    for (var tenant : fresh) {
      assertThat(new Process().vault.reveal(tenant, "shop")).isEqualTo("value-1");
    }
  }

  @Test
  void whoDoesNotRunThePlatformRotatesNothing() {
    var manager = Caller.key(UUID.randomUUID(), "test", mine, Set.of("manage"));

    assertThatThrownBy(() -> process.rotate.rotate(manager)).isInstanceOf(Forbidden.class);
  }
}
