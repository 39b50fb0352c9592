package io.autodidact.task;

import io.autodidact.connector.Operation;
import java.util.Comparator;
import java.util.Optional;

/**
 * How a list is read on behind its first page.
 *
 * @param pointer the argument that says where to read on
 * @param size what the first page is asked to hold at most; 0 where that can not be asked
 */
public record Paging(Way way, String pointer, int size) {
  /** What the argument counts. */
  public enum Way {
    /** Pages; whether the first is 0 or 1 shows when the next is read. */
    PAGE("(?i)page(_?(number|no|index))?|p"),
    /** Entities that are passed over. */
    OFFSET("(?i)offset|skip|first|start(_?(at|index))?|from(_?index)?"),
    /** Nothing: it takes what the page before says. */
    CURSOR("(?i)(page_?|next_?)?(cursor|token)|(starting_?)?after|continuation.*|marker");

    private final String names;

    Way(String names) {
      this.names = names;
    }
  }

  /**
   * As the names and types of the operation's parameters say it.
   *
   * @param size see above
   */
  static Optional<Paging> of(Operation read, int size) {
    return Parameter.of(read).stream()
        .filter(parameter -> !parameter.required())
        .flatMap(parameter -> way(parameter).stream().map(way -> new Paging(way, parameter.pointer(), size)))
        .min(Comparator.comparing(Paging::way));
  }

  private static Optional<Way> way(Parameter parameter) {
    for (Way way : Way.values()) {
      boolean fits = way == Way.CURSOR ? parameter.is("string") : parameter.isNumber();
      if (fits && parameter.name().matches(way.names)) {
        return Optional.of(way);
      }
    }
    return Optional.empty();
  }
}
