package io.autodidact.sample.inventory.kernel;

import java.util.List;
import java.util.function.Function;

/** One part of a list, and how many rows the whole list has. */
public record Page<T>(List<T> items, int page, int size, int total) {

  public Page {
    items = List.copyOf(items);
  }

  public static <T> Page<T> of(List<T> all, PageRequest request) {
    long from = Math.min((long) request.page() * request.size(), all.size());
    long to = Math.min(from + request.size(), all.size());
    return new Page<>(
        all.subList((int) from, (int) to), request.page(), request.size(), all.size());
  }

  public <R> Page<R> map(Function<? super T, ? extends R> row) {
    return new Page<>(items.stream().<R>map(row).toList(), page, size, total);
  }
}
