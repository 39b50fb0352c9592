package io.autodidact.exploration;

import java.util.List;
import java.util.Set;

/**
 * What a name points at: {@code clientUuid} is the {@code id} of a {@code client}, {@code
 * role-name} the {@code name} of a {@code role}.
 *
 * @param kind words for the kind of thing; empty where the name says none
 * @param field which of its fields; empty where the name says none
 */
record Reference(List<String> kind, String field) {
  private static final Set<String> IDS = Set.of("id", "uuid", "uid", "guid");
  private static final Set<String> KEYS =
      Set.of("name", "alias", "key", "code", "slug", "title", "number", "username", "email", "sku");

  static Reference of(String name) {
    var words = Words.of(name);
    if (words.isEmpty()) {
      return new Reference(List.of(), "");
    }
    var last = words.getLast();
    var before = words.subList(0, words.size() - 1);
    if (IDS.contains(last)) {
      return new Reference(before, "id");
    }
    return KEYS.contains(last) ? new Reference(before, last) : new Reference(words, "");
  }

  boolean isId() {
    return field.equals("id");
  }

  /** Whether the field is one people tell things apart by. */
  boolean isNaturalKey() {
    return KEYS.contains(field);
  }

  /** How well a value of the other field serves where this one is asked for. */
  double fieldLikeness(String other) {
    if (field.equals(other)) {
      return 1;
    }
    if (field.isEmpty()) {
      return other.equals("id") ? 0.8 : KEYS.contains(other) ? 0.6 : 0.1;
    }
    if (isId()) {
      return other.isEmpty() ? 0.5 : KEYS.contains(other) ? 0.35 : 0;
    }
    return other.isEmpty() ? 0.6 : other.equals("id") ? 0.2 : KEYS.contains(other) ? 0.5 : 0;
  }
}
