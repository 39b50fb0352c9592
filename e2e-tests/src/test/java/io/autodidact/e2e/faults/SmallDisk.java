package io.autodidact.e2e.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file system of a few megabytes in memory that can be filled; only root may mount one. */
final class SmallDisk implements AutoCloseable {
  private static final int BLOCK = 4096;

  private final Path directory;
  private final boolean mounted;

  private SmallDisk(Path directory, boolean mounted) {
    this.directory = directory;
    this.mounted = mounted;
  }

  /** Mounts it there; where that is not permitted the directory stays on the large disk. */
  static SmallDisk mount(Path directory) throws IOException, InterruptedException {
    Files.createDirectories(directory);
    boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=96m", "tmpfs", directory.toString());
    if (!mounted) {
      System.out.println("  Not permitted to mount a small disk: the full disk is left out.");
    }
    return new SmallDisk(directory, mounted);
  }

  boolean isMounted() {
    return mounted;
  }

  /** Leaves no room. */
  void fill() throws IOException {
    try (var out = Files.newOutputStream(filler())) {
      writeUntilFull(out);
    }
  }

  private static void writeUntilFull(OutputStream out) {
    @Nullable IOException full = null;
    while (full == null) {
      try {
        out.write(new byte[BLOCK]);
      } catch (IOException e) {
        full = e;
      }
    }
  }

  /** Gives the room back. */
  void free() throws IOException {
    Files.delete(filler());
  }

  private Path filler() {
    return directory.resolve("filler");
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }

  @Override
  public void close() throws IOException, InterruptedException {
    if (mounted && !run("umount", directory.toString())) {
      throw new IOException("The small disk at " + directory + " could not be taken off");
    }
  }
}
