package io.autodidact.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.autodidact.release.BlobException.Fault;
import io.autodidact.tenant.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BlobStoreTest {
  private static final TenantId TENANT = new TenantId(new UUID(0, 1));
  private static final byte[] CONTENT = {1, 2, 3};

  @TempDir Path directory;

  @Test
  void whatIsPutComesBackUnderItsDigest() {
    var store = new BlobStore(directory);

    var digest = store.put(TENANT, CONTENT);

    assertThat(digest).isEqualTo(Digest.of(CONTENT));
    assertThat(store.read(TENANT, digest)).isEqualTo(CONTENT);
    assertThat(store.put(TENANT, CONTENT)).isEqualTo(digest);
  }

  @Test
  void anotherTenantDoesNotFindIt() {
    var store = new BlobStore(directory);
    var digest = store.put(TENANT, CONTENT);

    assertFault(Fault.ABSENT, () -> store.read(new TenantId(new UUID(0, 2)), digest));
  }

  @Test
  void damageIsNamedWhenReadAndMendedWhenPutAgain() throws IOException {
    var store = new BlobStore(directory);
    var digest = store.put(TENANT, CONTENT);
    Files.write(file(digest), new byte[] {1, 2, 4});

    assertFault(Fault.DAMAGED, () -> store.read(TENANT, digest));

    store.put(TENANT, CONTENT);
    assertThat(store.read(TENANT, digest)).isEqualTo(CONTENT);
  }

  @Test
  void aFullDiskIsNamedAndLeavesNoHalfBlob() throws Exception {
    assumeTrue(mount(), "needs the right to mount a small file system");
    try {
      var store = new BlobStore(directory);

      assertThatThrownBy(() -> store.put(TENANT, new byte[1 << 20]))
          .isInstanceOfSatisfying(
              BlobException.class, full -> assertThat(full.fault()).isEqualTo(Fault.FULL))
          .hasMessageContaining("is full: 1048576 bytes could not be kept. Free some space");
      try (var left = Files.walk(directory)) {
        assertThat(left.filter(Files::isRegularFile)).isEmpty();
      }
    } finally {
      run("umount", directory.toString());
    }
  }

  private boolean mount() throws Exception {
    return run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", directory.toString());
  }

  private static boolean run(String... command) throws Exception {
    return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
  }

  private Path file(Digest digest) {
    return directory
        .resolve(TENANT.value().toString())
        .resolve(digest.hex().substring(0, 2))
        .resolve(digest.hex());
  }

  private static void assertFault(Fault fault, Runnable work) {
    assertThatThrownBy(work::run)
        .isInstanceOfSatisfying(
            BlobException.class, failure -> assertThat(failure.fault()).isEqualTo(fault));
  }
}
