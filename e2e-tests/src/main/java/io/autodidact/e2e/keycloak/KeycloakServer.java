package io.autodidact.e2e.keycloak;

import io.autodidact.e2e.stack.Ports;
import io.autodidact.e2e.stack.Program;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** A Keycloak on the loopback address, its database in a directory that may be kept. */
public final class KeycloakServer implements AutoCloseable {
  /** The administrating client of the realm master. */
  static final String ADMIN = "autodidact-connector";

  private static final Duration START = Duration.ofMinutes(3);
  private static final Duration END = Duration.ofSeconds(20);

  private final Place place;
  private final String secret;
  private Process process;

  /** Where it runs. */
  private record Place(KeycloakDistribution distribution, Path data, int port, int management) {}

  private KeycloakServer(Place place, String secret) throws IOException, InterruptedException {
    this.place = place;
    this.secret = secret;
    this.process = launch();
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> processes().forEach(ProcessHandle::destroy)));
    awaitReady();
  }

  /**
   * Starts one on the data in that directory, where it was when it last ran on them, and waits
   * until it answers.
   *
   * @param secret of the administrating client; the one given at the first start holds
   */
  public static KeycloakServer start(Path directory, String secret)
      throws IOException, InterruptedException {
    var distribution = KeycloakDistribution.prepare();
    var data = Files.createDirectories(directory.resolve("keycloak"));
    int port = Ports.remembered(directory, "keycloak");
    return new KeycloakServer(new Place(distribution, data, port, Program.freePort()), secret);
  }

  private Process launch() throws IOException {
    var command =
        new ProcessBuilder(
            place.distribution().program().toString(),
            "start",
            "--optimized",
            "--http-enabled=true",
            "--http-host=127.0.0.1",
            "--hostname-strict=false",
            "--db-url=jdbc:h2:file:"
                + place.data().resolve("keycloak")
                + ";NON_KEYWORDS=VALUE;DB_CLOSE_ON_EXIT=FALSE",
            "--http-port=" + place.port(),
            "--http-management-port=" + place.management());
    command
        .environment()
        .putAll(
            Map.of(
                "JAVA_HOME",
                System.getProperty("java.home"),
                "JAVA_OPTS_KC_HEAP",
                "-Xms64m -Xmx512m",
                "KC_BOOTSTRAP_ADMIN_CLIENT_ID",
                ADMIN,
                "KC_BOOTSTRAP_ADMIN_CLIENT_SECRET",
                secret));
    return command.redirectErrorStream(true).redirectOutput(log().toFile()).start();
  }

  private void awaitReady() throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + place.management() + "/health/ready"))
            .timeout(Duration.ofSeconds(5))
            .build();
    var deadline = System.nanoTime() + START.toNanos();
    try (var http = HttpClient.newHttpClient()) {
      while (!isReady(http, request)) {
        if (!process.isAlive() || System.nanoTime() > deadline) {
          kill();
          throw new IOException("Keycloak did not start:\n" + Files.readString(log()));
        }
        process.waitFor(200, TimeUnit.MILLISECONDS);
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
    return place.data().resolve("server.log");
  }

  /** What its Admin API says of itself. */
  public Path document() {
    return place.distribution().document();
  }

  /** Where it answers. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + place.port());
  }

  /** The administrating client's. */
  public String secret() {
    return secret;
  }

  /** The script and what it runs. */
  private List<ProcessHandle> processes() {
    return Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
  }

  private void kill() {
    processes().forEach(ProcessHandle::destroyForcibly);
  }

  /** Goes away; its data and its address stay. */
  public void stop() throws InterruptedException {
    var running = processes();
    running.forEach(ProcessHandle::destroy);
    try {
      for (var one : running) {
        one.onExit().get(END.toSeconds(), TimeUnit.SECONDS);
      }
    } catch (ExecutionException | TimeoutException stuck) {
      running.forEach(ProcessHandle::destroyForcibly);
    }
  }

  /** Comes back after {@link #stop}. */
  public void startAgain() throws IOException, InterruptedException {
    process = launch();
    awaitReady();
  }

  @Override
  public void close() {
    try {
      stop();
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
    }
  }
}
