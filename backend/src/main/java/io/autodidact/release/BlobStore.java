package io.autodidact.release;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.WRITE;

import io.autodidact.tenant.TenantId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Large things on disk, by the SHA-256 of their content, each tenant's apart. A blob appears whole
 * or not at all, and is checked whenever it is read.
 */
public final class BlobStore {
  private final Path root;

  public BlobStore(Path root) {
    this.root = root;
  }

  /**
   * Keeps the content; kept content is not written again.
   *
   * @throws BlobException if the disk is full or can not be written
   */
  public Digest put(TenantId tenant, byte[] content) {
    var digest = Digest.of(content);
    var file = file(tenant, digest);
    try {
      if (!Files.exists(file) || !Digest.of(Files.readAllBytes(file)).equals(digest)) {
        write(file, content);
      }
      return digest;
    } catch (IOException e) {
      throw failure(e, content.length);
    }
  }

  /**
   * The content, checked against its digest.
   *
   * @throws BlobException if it is not there, damaged or can not be read
   */
  public byte[] read(TenantId tenant, Digest digest) {
    byte[] content;
    try {
      content = Files.readAllBytes(file(tenant, digest));
    } catch (NoSuchFileException e) {
      throw new BlobException(
          BlobException.Fault.ABSENT,
          "The file of digest %s is not in the store %s; restore it from a backup."
              .formatted(digest.hex(), root),
          e);
    } catch (IOException e) {
      throw new BlobException(
          BlobException.Fault.UNREADABLE,
          "The store " + root + " can not be read: " + e.getMessage(),
          e);
    }
    if (!Digest.of(content).equals(digest)) {
      throw new BlobException(
          BlobException.Fault.DAMAGED,
          "The file of digest %s in the store %s is damaged; restore it from a backup."
              .formatted(digest.hex(), root));
    }
    return content;
  }

  private void write(Path file, byte[] content) throws IOException {
    Files.createDirectories(file.getParent());
    var temporary = Files.createTempFile(file.getParent(), "incoming", ".part");
    try {
      try (var channel = FileChannel.open(temporary, WRITE)) {
        var rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        channel.force(true);
      }
      Files.move(temporary, file, ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private BlobException failure(IOException failure, long bytes) {
    var message = String.valueOf(failure.getMessage());
    var text = message.toLowerCase(Locale.ROOT);
    if (text.contains("no space left") || text.contains("quota exceeded")) {
      return new BlobException(
          BlobException.Fault.FULL,
          "The disk that holds %s is full: %d bytes could not be kept. Free some space, then resume."
              .formatted(root, bytes),
          failure);
    }
    return new BlobException(
        BlobException.Fault.UNREADABLE,
        "The store %s can not be written: %s".formatted(root, message),
        failure);
  }

  private Path file(TenantId tenant, Digest digest) {
    return root.resolve(tenant.value().toString())
        .resolve(digest.hex().substring(0, 2))
        .resolve(digest.hex());
  }
}
