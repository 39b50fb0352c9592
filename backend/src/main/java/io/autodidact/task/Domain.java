package io.autodidact.task;

import io.autodidact.task.Checks.EntityList;
import io.autodidact.task.Checks.Watch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the software is about, as far as can be told by using it: kinds of things, the parameters
 * that take them, and the reads that show the state.
 *
 * @param creators operations that create an entity, with its noun
 * @param collections reads that need no argument and list something
 * @param lists arrays of entities in results
 * @param watches reads of what a write touches
 * @param incomplete collections so long that only their beginning is read
 */
public record Domain(
    List<EntityKind> kinds,
    List<Slot> slots,
    Map<String, String> creators,
    List<PlanStep> collections,
    List<EntityList> lists,
    List<Watch> watches,
    Set<String> incomplete) {
  public Domain {
    incomplete = Set.copyOf(incomplete);
    kinds = List.copyOf(kinds);
    slots = List.copyOf(slots);
    creators = Map.copyOf(creators);
    collections = List.copyOf(collections);
    lists = List.copyOf(lists);
    watches = List.copyOf(watches);
  }

  /**
   * A parameter that takes an entity.
   *
   * @param field of the entity which goes there: its id, or its natural key
   */
  public record Slot(String operation, String pointer, String noun, String field) {}

  Optional<EntityKind> kind(String noun) {
    return kinds.stream().filter(kind -> kind.noun().equals(noun)).findFirst();
  }

  /** The noun of what the operation creates; empty if it creates nothing known. */
  String creates(String operation) {
    return creators.getOrDefault(operation, "");
  }

  Optional<Slot> slot(String operation, String pointer) {
    return slots.stream()
        .filter(slot -> slot.operation().equals(operation) && slot.pointer().equals(pointer))
        .findFirst();
  }
}
