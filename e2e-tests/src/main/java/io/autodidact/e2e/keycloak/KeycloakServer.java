package io.autodidact.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keycloak as a piece of software to learn: its distribution and its OpenAPI document are brought
 * once into the cache; a server on free loopback ports with an empty database of its own.
 */
public final class KeycloakServer implements AutoCloseable {
  /** The name under which connectors ask for their client's secret. */
  public static final String SECRET = "keycloak-client";

  /** The administrating client of the connectors: theirs alone, and of no realm but master. */
  private static final String CLIENT = "autodidact-connector";

  private static final String VERSION = "26.7.3";
  private static final Duration START = Duration.ofMinutes(3);

  private final Process process;
  private final Path data;
  private final int port;
  private final String secret;
  private final Path home;

  private KeycloakServer(Process process, Path data, int port, String secret, Path home) {
    this.process = process;
    this.data = data;
    this.port = port;
    this.secret = secret;
    this.home = home;
  }

  /**
   * Starts a server and waits until it answers; the very first time it is downloaded and built.
   *
   * @param secret of the connectors' client
   */
  public static KeycloakServer start(String secret) throws IOException, InterruptedException {
    var home = prepare();
    var data = Files.createTempDirectory("keycloak-data");
    int port = freePort();
    int management = freePort();
    var process =
        launch(home, data, Map.of("http-port", port, "http-management-port", management), secret);
    var server = new KeycloakServer(process, data, port, secret, home);
    Runtime.getRuntime().addShutdownHook(new Thread(server::kill));
    try {
      server.awaitReady(management);
      return server;
    } catch (IOException | InterruptedException | RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private static Path prepare() throws IOException, InterruptedException {
    var home = CacheFolder.path().resolve("keycloak-" + VERSION);
    var server = home.resolve("keycloak-" + VERSION);
    if (!Files.exists(home.resolve("openapi.json")) || !Files.exists(server.resolve("bin"))) {
      var pom = RepositoryRoot.path().resolve("e2e-tests/keycloak/pom.xml");
      run(
          home,
          List.of("mvn", "-B", "-q", "-f", pom + "", "-Dkeycloak.home=" + home, "prepare-package"));
    }
    if (!Files.exists(home.resolve("built"))) {
      run(
          home,
          List.of(
              server.resolve("bin/kc.sh") + "", "build", "--db=dev-file", "--health-enabled=true"));
      Files.createFile(home.resolve("built"));
    }
    return home;
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

  private static Process launch(Path home, Path data, Map<String, Integer> ports, String secret)
      throws IOException {
    var command =
        new ProcessBuilder(
            home.resolve("keycloak-" + VERSION + "/bin/kc.sh").toString(),
            "start",
            "--optimized",
            "--http-enabled=true",
            "--http-host=127.0.0.1",
            "--hostname-strict=false",
            "--db-url=jdbc:h2:file:" + data.resolve("keycloak") + ";NON_KEYWORDS=VALUE");
    ports.forEach((name, port) -> command.command().add("--" + name + "=" + port));
    var environment = command.environment();
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m");
    environment.put("KC_BOOTSTRAP_ADMIN_CLIENT_ID", CLIENT);
    environment.put("KC_BOOTSTRAP_ADMIN_CLIENT_SECRET", secret);
    return command
        .redirectErrorStream(true)
        .redirectOutput(data.resolve("server.log").toFile())
        .start();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitReady(int management) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + management + "/health/ready"))
            .timeout(Duration.ofSeconds(5))
            .build();
    var deadline = System.nanoTime() + START.toNanos();
    try (var http = HttpClient.newHttpClient()) {
      while (!isReady(http, request)) {
        if (!process.isAlive() || System.nanoTime() > deadline) {
          throw new IOException("Keycloak did not start:\n" + Files.readString(log()));
        }
        process.waitFor(300, TimeUnit.MILLISECONDS);
      }
    }
  }

  private static boolean isReady(HttpClient http, HttpRequest request) throws InterruptedException {
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false; // It does not listen yet.
    }
  }

  private Path log() {
    return data.resolve("server.log");
  }

  /**
   * Settings for a connector of kind {@code openapi}; its credentials are the secret {@link
   * #SECRET}.
   */
  public JsonNode connectorSettings() throws IOException {
    var settings = JsonMapper.shared().createObjectNode();
    settings.put("document", Files.readString(home.resolve("openapi.json")));
    settings.put("baseUrl", address().toString());
    settings
        .putObject("auth")
        .put("type", "client_credentials")
        .put(
            "tokenUrl",
            address().resolve("/realms/master/protocol/openid-connect/token").toString())
        .put("clientId", CLIENT)
        .put("secret", SECRET);
    return settings;
  }

  /** Where it answers. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** What {@link #SECRET} stands for. */
  public String secret() {
    return secret;
  }

  private void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  @Override
  public void close() {
    kill();
    try {
      process.waitFor(20, TimeUnit.SECONDS);
      try (var files = Files.walk(data)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException("The temporary data of Keycloak could not be deleted", e);
    }
  }
}
