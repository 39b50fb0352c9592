package io.autodidact.e2e.stack;

import io.autodidact.e2e.RepositoryRoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The product on this machine: PostgreSQL, the console with its API and worker, the engine it
 * supervises. Everything listens on the loopback address only.
 */
public final class Stack implements AutoCloseable {
  private static final Path APP =
      RepositoryRoot.path().resolve("frontend/target/console-0.1.0-SNAPSHOT-app.jar");
  private static final Path ENGINE = RepositoryRoot.path().resolve("k8s-operators/engine/run");
  private static final List<String> JVM =
      List.of(
          "-Xmx640m",
          "-XX:+UseSerialGC",
          "--enable-native-access=ALL-UNNAMED",
          "--add-modules=jdk.incubator.vector",
          "--sun-misc-unsafe-memory-access=allow");
  private static final Duration START = Duration.ofSeconds(120);

  private final Path directory;
  private final Postgres postgres;
  private final List<String> settings;
  private final int port;
  private Program console;

  private Stack(Path directory, Postgres postgres, List<String> settings)
      throws InterruptedException {
    this.directory = directory;
    this.postgres = postgres;
    this.settings = List.copyOf(settings);
    this.port = address(directory).getPort();
    this.console = startConsole();
  }

  /**
   * Starts everything on the data in that directory, which is made if it is not there.
   *
   * @throws IllegalStateException if a part does not start; the message has its last output
   */
  public static Stack start(Path directory) throws InterruptedException {
    return start(directory, List.of());
  }

  /**
   * Likewise.
   *
   * @param settings further arguments of the console, such as {@code --autodidact.roles=api,worker}
   */
  public static Stack start(Path directory, List<String> settings) throws InterruptedException {
    var postgres = Postgres.start(directory.resolve("postgres"));
    try {
      return new Stack(directory, postgres, settings);
    } catch (RuntimeException | InterruptedException e) {
      postgres.close();
      throw e;
    }
  }

  /** Where the console will be that is started on the data in that directory. */
  public static URI address(Path directory) {
    return URI.create("http://127.0.0.1:" + Ports.remembered(directory, "console"));
  }

  private Program startConsole() throws InterruptedException {
    var quick = QuickStart.of(APP);
    var program =
        Program.start(
            "The console",
            Stream.concat(JVM.stream(), quick.jvm().stream()).toList(),
            quick.jar(),
            arguments(),
            log("console"));
    program.awaitAnswer(address().resolve("/actuator/health/readiness"), START);
    return program;
  }

  /** Has later starts be quicker; to be called when there is nothing else to do. */
  public void prepareQuickStart() throws InterruptedException {
    QuickStart.prepare(APP, JVM, arguments(), log("quick-start"));
  }

  private List<String> arguments() {
    var always =
        Stream.of(
            "--server.port=" + port,
            "--spring.datasource.url=" + postgres.jdbcUrl(),
            "--spring.flyway.url=" + postgres.jdbcUrl(),
            "--autodidact.data-directory=" + dataDirectory(),
            "--autodidact.first-api-key-file=" + keyFile(),
            "--autodidact.engine.program=" + ENGINE,
            "--autodidact.outbound.allow=127.0.0.0/8");
    return Arguments.last(Stream.concat(always, settings.stream()).toList());
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** The key that was made at first start. */
  public String apiKey() {
    try {
      return Files.readString(keyFile()).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("The first API key was not written to " + keyFile(), e);
    }
  }

  /** The file that holds it. */
  public Path keyFile() {
    return directory.resolve("first-api-key");
  }

  private Path log(String name) {
    return directory.resolve("logs").resolve(name + ".log");
  }

  /** Of each process that runs Java or the engine. */
  public Map<String, Memory> memory() {
    var memory = new TreeMap<String, Memory>();
    memory.put("backend", Memory.of(console.pid()));
    engine().ifPresent(engine -> memory.put("engine", Memory.of(engine.pid())));
    return memory;
  }

  /** What the product keeps outside the database: checkpoints, releases, logs. */
  public Path dataDirectory() {
    return directory.resolve("data");
  }

  /** The database, for a superuser. */
  public String jdbcUrl() {
    return postgres.jdbcUrl() + "?user=postgres";
  }

  public Program console() {
    return console;
  }

  /** The engine's process; empty while the console is about to start it again. */
  public Optional<ProcessHandle> engine() {
    return console.children().stream().filter(ProcessHandle::isAlive).findFirst();
  }

  /** Ends the engine at once; false if it was down. */
  public boolean killEngine() throws InterruptedException {
    var engine = engine();
    if (engine.isPresent()) {
      Program.kill(engine.get());
    }
    return engine.isPresent();
  }

  /** Ends PostgreSQL at once. */
  public void killPostgres() throws InterruptedException {
    postgres.kill();
  }

  /** Starts PostgreSQL again after it was killed. */
  public void restartPostgres() {
    postgres.restart();
  }

  /** Starts the console again after it was killed. */
  public void restartConsole() throws InterruptedException {
    console = startConsole();
  }

  @Override
  public void close() {
    console.close();
    postgres.close();
  }
}
