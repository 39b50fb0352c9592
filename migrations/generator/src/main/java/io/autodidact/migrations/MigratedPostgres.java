package io.autodidact.migrations;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Real PostgreSQL for tests: one server a JVM, migrated once from the class path's {@code
 * db/migration}; every caller gets a database of its own, copied from that.
 */
public final class MigratedPostgres {
  private static final String TEMPLATE = "migrated";
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final EmbeddedPostgres server;
  private final String database;

  private MigratedPostgres(EmbeddedPostgres server, String database) {
    this.server = server;
    this.database = database;
  }

  /** A fresh, migrated, empty database. */
  public static MigratedPostgres fresh() {
    var name = "test_" + NUMBER.incrementAndGet();
    var server = Shared.SERVER;
    execute(server, "CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE);
    return new MigratedPostgres(server, name);
  }

  /** A fresh database without a table. */
  public static MigratedPostgres empty() {
    var name = "test_" + NUMBER.incrementAndGet();
    var server = Shared.SERVER;
    execute(server, "CREATE DATABASE " + name);
    return new MigratedPostgres(server, name);
  }

  /** Connections of the tables' owner, who sees everything. */
  public DataSource owner() {
    return server.getDatabase("postgres", database);
  }

  /** Connections of the application's role, behind row-level security. */
  public DataSource app() {
    return server.getDatabase("autodidact_app", database);
  }

  /** The address of the database, without a user. */
  public String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database;
  }

  private static void execute(EmbeddedPostgres server, String sql) {
    try (var connection = server.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL refused: " + sql, e);
    }
  }

  private static final class Shared {
    static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      try {
        var server =
            EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("max_connections", "300")
                .start();
        execute(server, "CREATE DATABASE " + TEMPLATE);
        Flyway.configure()
            .dataSource(server.getDatabase("postgres", TEMPLATE))
            .locations("classpath:db/migration")
            .load()
            .migrate();
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException("The embedded PostgreSQL did not start", e);
      }
    }
  }
}
