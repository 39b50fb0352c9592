package io.autodidact.learning;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.transaction.TransactionException;

/** What a failure says of the database, whoever wrapped it on the way here. */
final class DatabaseTrouble {
  /** SQLSTATE of PostgreSQL's disk_full. */
  private static final String DISK_FULL = "53100";

  /**
   * Connection, transaction rollback, resources, operator's doing, system: not the statement's
   * fault.
   */
  private static final Set<String> PASSING = Set.of("08", "40", "53", "57", "58");

  private DatabaseTrouble() {}

  /** Whether the same work may succeed once the database is well again. */
  static boolean mayPass(Throwable failure) {
    return failure instanceof TransactionException
        || causes(failure).anyMatch(DatabaseTrouble::passes);
  }

  static boolean isDiskFull(Throwable failure) {
    return states(failure).anyMatch(DISK_FULL::equals);
  }

  private static boolean passes(Throwable cause) {
    return cause instanceof SQLTransientException
        || cause instanceof SQLRecoverableException
        || cause instanceof SQLNonTransientConnectionException
        || states(cause)
            .anyMatch(state -> state.length() == 5 && PASSING.contains(state.substring(0, 2)));
  }

  private static Stream<String> states(Throwable failure) {
    return causes(failure)
        .filter(SQLException.class::isInstance)
        .flatMap(cause -> Optional.ofNullable(((SQLException) cause).getSQLState()).stream());
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(20);
  }
}
