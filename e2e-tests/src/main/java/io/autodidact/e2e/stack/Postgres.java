package io.autodidact.e2e.stack;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Embedded PostgreSQL whose data outlive it, and the machine's power, too. */
final class Postgres implements AutoCloseable {
  private final Path data;
  private EmbeddedPostgres server;

  private Postgres(Path data, EmbeddedPostgres server) {
    this.data = data;
    this.server = server;
  }

  static Postgres start(Path data) {
    return new Postgres(data, start(data, Program.freePort()));
  }

  private static EmbeddedPostgres start(Path data, int port) {
    try {
      return EmbeddedPostgres.builder()
          .setDataDirectory(data)
          .setCleanDataDirectory(false)
          .setPort(port)
          .setPGStartupWait(Duration.ofSeconds(60))
          .setServerConfig("fsync", "on")
          .setServerConfig("synchronous_commit", "on")
          .setServerConfig("max_connections", "120")
          .setServerConfig("shared_buffers", "128MB")
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL did not start on the data in " + data, e);
    }
  }

  /** Its address, without a user: the loopback address is trusted. */
  String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
  }

  /** Ends it at once, as a crash would. */
  void kill() throws InterruptedException {
    try {
      long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst());
      Program.kill(ProcessHandle.of(pid).orElseThrow());
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL does not run on the data in " + data, e);
    }
  }

  /** Starts it again on its data and its port. */
  void restart() {
    close();
    server = start(data, server.getPort());
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL did not stop", e);
    }
  }
}
