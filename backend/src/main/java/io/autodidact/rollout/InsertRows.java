package io.autodidact.rollout;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.TableRecord;

/**
 * Inserts rows of one table: one statement, written and planned once, sent for all rows at once.
 */
final class InsertRows {
  private InsertRows() {}

  /**
   * Inserts those that are not there yet.
   *
   * @param byDefault columns that the database fills
   * @return for each row whether it was inserted: 1 or 0
   */
  static <R extends TableRecord<R>> int[] of(
      DSLContext dsl, List<R> rows, Collection<? extends Field<?>> byDefault) {
    if (rows.isEmpty()) {
      return new int[0];
    }
    var table = rows.getFirst().getTable();
    var fields = table.fieldStream().filter(field -> !byDefault.contains(field)).toList();
    var values = rows.stream().map(row -> fields.stream().map(row::get).toArray()).toList();
    var insert =
        dsl.insertInto(table)
            .columns(fields)
            .values(Arrays.asList(values.getFirst()))
            .onConflictDoNothing();
    return dsl.batch(insert).bind(values.toArray(Object[][]::new)).execute();
  }
}
