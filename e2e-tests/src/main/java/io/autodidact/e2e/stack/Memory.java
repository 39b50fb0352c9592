package io.autodidact.e2e.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Resident memory of a process and its children's, in MB, as the kernel counts it. */
public record Memory(long now, long peak) {
  /** Of one process; zeros when it has ended. */
  public static Memory of(long pid) {
    try {
      var lines = Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"));
      return new Memory(value(lines, "VmRSS:"), value(lines, "VmHWM:"));
    } catch (IOException ended) {
      return new Memory(0, 0);
    }
  }

  private static long value(Iterable<String> lines, String field) {
    for (var line : lines) {
      if (line.startsWith(field)) {
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
      }
    }
    return 0;
  }
}
