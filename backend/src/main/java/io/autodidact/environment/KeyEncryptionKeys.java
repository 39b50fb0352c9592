package io.autodidact.environment;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The keys that seal data keys (AES-256-GCM). They lie in a file of the platform and never in the
 * database. There is one, but while they are rotated: then the old one still opens what it has
 * sealed. Another process may rotate them: what can not be opened is tried with the file as it is
 * now.
 */
@Component
class KeyEncryptionKeys {
  private final Path directory;
  private final Path file;
  private volatile KeysetHandle keys;

  KeyEncryptionKeys(@Value("${autodidact.data-directory}") Path directory)
      throws GeneralSecurityException, IOException {
    AeadConfig.register();
    this.directory = directory;
    this.file = directory.resolve("secrets.key");
    if (!Files.exists(file)) {
      Files.createDirectories(directory);
      write(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
    }
    this.keys = read();
  }

  /** A data key and the key it is sealed under. */
  record Sealed(byte[] dataKey, long under) {}

  /** Seals a data key under the newest key there is. */
  Sealed seal(KeysetHandle dataKey, byte[] place) throws GeneralSecurityException {
    keys = read();
    return new Sealed(
        TinkProtoKeysetFormat.serializeEncryptedKeyset(dataKey, aead(keys), place), newest());
  }

  KeysetHandle open(byte[] sealed, byte[] place) throws GeneralSecurityException {
    try {
      return TinkProtoKeysetFormat.parseEncryptedKeyset(sealed, aead(keys), place);
    } catch (GeneralSecurityException e) {
      keys = read();
      return TinkProtoKeysetFormat.parseEncryptedKeyset(sealed, aead(keys), place);
    }
  }

  /** Opens what was sealed before there were data keys. */
  byte[] openDirectly(byte[] sealed, byte[] place) throws GeneralSecurityException {
    return aead(keys).decrypt(sealed, place);
  }

  /** Which key seals. */
  long newest() {
    return keys.getPrimary().getId();
  }

  /** Begins a rotation, or goes on with one that broke off: from now on a new key seals. */
  synchronized void renew() throws GeneralSecurityException {
    alone(
        () -> {
          keys = read();
          if (keys.size() == 1) {
            var fresh =
                KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM);
            write(
                KeysetHandle.newBuilder(keys).addEntry(fresh.withRandomId().makePrimary()).build());
            keys = read();
          }
        });
  }

  /** Ends a rotation to that key, under which everything is sealed by now. */
  synchronized void forgetOthers(long than) throws GeneralSecurityException {
    alone(
        () -> {
          keys = read();
          if (newest() != than) {
            throw new GeneralSecurityException("Another rotation has begun meanwhile");
          }
          var only = keys.getPrimary();
          write(
              KeysetHandle.newBuilder()
                  .addEntry(
                      KeysetHandle.importKey(only.getKey()).withFixedId(only.getId()).makePrimary())
                  .build());
          keys = read();
        });
  }

  private interface Step {
    void take() throws GeneralSecurityException;
  }

  /** No other process changes the file meanwhile. */
  private void alone(Step step) throws GeneralSecurityException {
    try (var file =
            FileChannel.open(
                directory.resolve("secrets.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        var lock = file.lock()) {
      step.take();
    } catch (IOException e) {
      throw new UncheckedIOException("The key of the secrets can not be locked", e);
    }
  }

  private static Aead aead(KeysetHandle keys) throws GeneralSecurityException {
    return keys.getPrimitive(RegistryConfiguration.get(), Aead.class);
  }

  private KeysetHandle read() throws GeneralSecurityException {
    try {
      return TinkJsonProtoKeysetFormat.parseKeyset(
          Files.readString(file), InsecureSecretKeyAccess.get());
    } catch (IOException e) {
      throw new UncheckedIOException("The key of the secrets can not be read: " + file, e);
    }
  }

  /** All or nothing, readable by the owner only. */
  private void write(KeysetHandle handle) throws GeneralSecurityException {
    var onlyOwner =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    try {
      var fresh = Files.createTempFile(file.getParent(), "secrets", ".key", onlyOwner);
      Files.writeString(
          fresh, TinkJsonProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get()));
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("The key of the secrets can not be written: " + file, e);
    }
  }
}
