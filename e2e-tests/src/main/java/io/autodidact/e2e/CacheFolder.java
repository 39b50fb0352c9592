package io.autodidact.e2e;

import java.nio.file.Path;

/** Where things too large to make twice are kept: {@code AUTODIDACT_CACHE}, else under the home. */
public final class CacheFolder {
  private CacheFolder() {}

  public static Path path() {
    var named = System.getenv("AUTODIDACT_CACHE");
    return named == null || named.isBlank()
        ? Path.of(System.getProperty("user.home"), ".cache", "autodidact")
        : Path.of(named);
  }
}
