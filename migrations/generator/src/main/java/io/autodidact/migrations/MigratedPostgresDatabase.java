package io.autodidact.migrations;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.meta.postgres.PostgresDatabase;
import org.jspecify.annotations.Nullable;

/**
 * Lets jOOQ generate its model from the migrations themselves: starts an embedded PostgreSQL,
 * migrates it from the {@code locations} property and reads the result.
 */
public final class MigratedPostgresDatabase extends PostgresDatabase {
  private @Nullable EmbeddedPostgres postgres;

  @Override
  protected DSLContext create0() {
    if (postgres == null) {
      postgres = start();
      Flyway.configure()
          .dataSource(postgres.getPostgresDatabase())
          .locations(getProperties().getProperty("locations"))
          .load()
          .migrate();
      try {
        setConnection(postgres.getPostgresDatabase().getConnection());
      } catch (SQLException e) {
        throw new IllegalStateException("The embedded PostgreSQL refused a connection", e);
      }
    }
    return super.create0();
  }

  @Override
  public void close() {
    super.close();
    if (postgres != null) {
      try {
        postgres.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static EmbeddedPostgres start() {
    try {
      return EmbeddedPostgres.start();
    } catch (IOException e) {
      throw new UncheckedIOException("The embedded PostgreSQL did not start", e);
    }
  }
}
