package io.autodidact.e2e.faults;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** What the database holds of a learning run, read past row-level security. */
record Books(String jdbcUrl, UUID run) {
  private interface Reading<T> {
    T of(DSLContext database);
  }

  private <T> T read(Reading<T> reading) {
    try (var database = DSL.using(jdbcUrl)) {
      return reading.of(database);
    }
  }

  /** A number; every ? is the run. */
  long number(String sql) {
    var places = new Object[(int) sql.chars().filter(letter -> letter == '?').count()];
    java.util.Arrays.fill(places, run);
    Object value = read(database -> database.fetchValue(sql, places));
    return value == null ? 0 : ((Number) value).longValue();
  }

  private String text(String sql) {
    return String.valueOf((Object) read(database -> database.fetchValue(sql, run)));
  }

  String state() {
    return text("SELECT state FROM learning_run WHERE id = ?");
  }

  String stage() {
    return text("SELECT stage FROM learning_run WHERE id = ?");
  }

  String reason() {
    return text("SELECT reason FROM learning_run WHERE id = ?");
  }

  boolean hasEnded() {
    return List.of("FINISHED", "FAILED", "CANCELLED").contains(state());
  }

  /** Path of the last checkpoint's weights. */
  String lastWeights() {
    return text(
        "SELECT weights_path FROM checkpoint WHERE learning_run_id = ? ORDER BY seq DESC, iteration DESC LIMIT 1");
  }

  /** Where the run stands, for whoever reads the test's output. */
  String summary() {
    return "%s %s, %d transitions, %d rollouts, %d steps, %d checkpoints"
        .formatted(
            state(),
            stage(),
            number("SELECT count(*) FROM transition WHERE learning_run_id = ?"),
            number("SELECT count(*) FROM rollout WHERE learning_run_id = ?"),
            number("SELECT count(*) FROM training_step WHERE learning_run_id = ?"),
            number("SELECT count(*) FROM checkpoint WHERE learning_run_id = ?"));
  }

  /** The news of a kind, as JSON text. */
  List<String> news(String kind) {
    return read(
        database ->
            database
                .fetch(
                    "SELECT data::text FROM run_event WHERE learning_run_id = ? AND kind = ? ORDER BY seq",
                    run,
                    kind)
                .getValues(0, String.class));
  }
}
