package io.autodidact.sample.inventory.kernel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The records of one kind, in the order in which they were added. */
public final class Table<T extends Entity<T>> {

  private final String noun;
  private final Map<Id<T>, T> rows = new LinkedHashMap<>();

  /**
   * @param noun what one record is called: "purchase order"
   */
  public Table(String noun) {
    this.noun = noun;
  }

  /**
   * The record with this id; refuses with the name of the field that carried the id when there is
   * none.
   */
  public T get(String field, Id<T> id) {
    return Optional.ofNullable(rows.get(id))
        .orElseThrow(() -> Refusal.unknown(field, id.value(), noun));
  }

  /** Adds a record, or replaces the one with the same id. */
  public T put(T row) {
    rows.put(row.id(), row);
    return row;
  }

  public void remove(Id<T> id) {
    rows.remove(id);
  }

  public Stream<T> stream() {
    return rows.values().stream();
  }

  public Page<T> page(Predicate<? super T> filter, PageRequest request) {
    return Page.of(stream().filter(filter).toList(), request);
  }

  /** Refuses a value that another record already has, whatever the case of its letters. */
  public void requireUnique(String field, String value, Function<T, String> key) {
    requireUnique(field, value, key, Optional.empty());
  }

  /** The same, for a change to a record that may keep its own value. */
  public void requireUnique(
      String field, String value, Function<T, String> key, Optional<Id<T>> changed) {
    boolean taken =
        stream()
            .filter(row -> changed.isEmpty() || !changed.get().equals(row.id()))
            .anyMatch(row -> key.apply(row).equalsIgnoreCase(value));
    if (taken) {
      throw Refusal.rule(
          field,
          field + " '" + value + "' is already used by another " + noun + ". Choose another one.");
    }
  }
}
