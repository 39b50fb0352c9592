package io.autodidact.e2e;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that this repository lies in. */
public final class RepositoryRoot {
  private RepositoryRoot() {}

  /** Found from the working directory upwards. */
  public static Path path() {
    for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve("e2e-tests/pom.xml"))) {
        return folder;
      }
    }
    throw new IllegalStateException("Run this from inside the repository.");
  }
}
