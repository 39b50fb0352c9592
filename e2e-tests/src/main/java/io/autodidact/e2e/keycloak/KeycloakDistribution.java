package io.autodidact.e2e.keycloak;

import io.autodidact.e2e.CacheFolder;
import io.autodidact.e2e.RepositoryRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Keycloak and its OpenAPI document, brought into the cache and built for a quick start once. */
record KeycloakDistribution(Path home) {
  private static final String VERSION = "26.7.3";

  /** The very first time it is downloaded. */
  static KeycloakDistribution prepare() throws IOException, InterruptedException {
    var home = CacheFolder.path().resolve("keycloak-" + VERSION);
    var distribution = new KeycloakDistribution(home);
    if (!Files.exists(distribution.document()) || !Files.exists(distribution.program())) {
      var pom = RepositoryRoot.path().resolve("e2e-tests/keycloak/pom.xml");
      run(
          home,
          List.of("mvn", "-B", "-q", "-f", pom + "", "-Dkeycloak.home=" + home, "prepare-package"));
    }
    if (!Files.exists(home.resolve("built"))) {
      run(
          home,
          List.of(distribution.program() + "", "build", "--db=dev-file", "--health-enabled=true"));
      Files.createFile(home.resolve("built"));
    }
    return distribution;
  }

  Path program() {
    return home.resolve("keycloak-" + VERSION).resolve("bin/kc.sh");
  }

  /** What its Admin API says of itself. */
  Path document() {
    return home.resolve("openapi.json");
  }

  private static void run(Path home, List<String> command)
      throws IOException, InterruptedException {
    Files.createDirectories(home);
    var log = home.resolve("prepare.log");
    var builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    if (builder.start().waitFor() != 0) {
      throw new IOException("Keycloak could not be prepared; " + log + " says why.");
    }
  }
}
