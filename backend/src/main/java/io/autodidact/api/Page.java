package io.autodidact.api;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param next where the next part begins, as the {@code after} of the next request; empty at the
 *     end
 */
public record Page<T>(List<T> items, Optional<String> next) {
  public Page {
    items = List.copyOf(items);
  }

  /**
   * A page made from up to {@code limit + 1} rows.
   *
   * @param cursor where a list goes on behind an item
   */
  public static <T> Page<T> of(List<T> rows, int limit, Function<T, String> cursor) {
    if (rows.size() <= limit) {
      return new Page<>(rows, Optional.empty());
    }
    var items = rows.subList(0, limit);
    return new Page<>(items, Optional.of(cursor.apply(items.getLast())));
  }

  public <R> Page<R> map(Function<T, R> change) {
    return new Page<>(items.stream().map(change).toList(), next);
  }

  /** Keeps what a caller asks for between 1 and 200. */
  public static int limit(int asked) {
    return Math.clamp(asked, 1, 200);
  }
}
