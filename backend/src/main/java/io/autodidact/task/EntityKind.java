package io.autodidact.task;

import io.autodidact.task.Checks.EntityList;
import io.autodidact.task.ValueSource.FromStep;
import io.autodidact.task.ValueSource.Segment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * A kind of thing the software keeps, and how one of them is found: by its natural key, or, where
 * it has none, by what it has.
 *
 * @param list the read that lists them all
 * @param whole arguments that make the list complete, by JSON Pointer
 * @param search the argument of the list that narrows it to a key; empty if it has none
 * @param itemRead the read that shows one of them in full; empty if there is none
 * @param itemParameter where that read takes the id
 * @param filters how the list of things without a natural key is narrowed; empty for all others
 */
public record EntityKind(
    EntityList list,
    Map<String, JsonNode> whole,
    String search,
    String itemRead,
    String itemParameter,
    List<Selection> filters) {
  public EntityKind {
    whole = Map.copyOf(whole);
    filters = List.copyOf(filters);
  }

  EntityKind(EntityList list, Map<String, JsonNode> whole, String search) {
    this(list, whole, search, "", "", List.of());
  }

  EntityKind withItemRead(String operation, String parameter) {
    return new EntityKind(list, whole, search, operation, parameter, filters);
  }

  EntityKind withFilters(List<Selection> some) {
    return new EntityKind(list, whole, search, itemRead, itemParameter, some);
  }

  boolean isKeyless() {
    return list.key().isEmpty();
  }

  public String noun() {
    return list.noun();
  }

  /** The entities in a result of the list. */
  List<JsonNode> rows(JsonNode result) {
    return NaturalKeys.at(result, list.path()).valueStream().toList();
  }

  String key(JsonNode row) {
    return Values.text(row.path(list.key()));
  }

  /** The read of all of them. */
  PlanStep readAll() {
    var arguments = new LinkedHashMap<String, ValueSource>();
    whole.forEach((pointer, value) -> arguments.put(pointer, new ValueSource.Constant(value)));
    return new PlanStep(list.operation(), arguments);
  }

  /** The read by which a person would look one of them up. */
  PlanStep lookUp(String key) {
    return search.isEmpty()
        ? readAll()
        : new PlanStep(
            list.operation(), Map.of(search, new ValueSource.Constant(StringNode.valueOf(key))));
  }

  /** A field of the entity with that key, in the result of a read of the list. */
  FromStep field(int step, String key, String field) {
    return field(step, new Segment.Where(list.key(), StringNode.valueOf(key)), field);
  }

  /** A field of the only entity that a narrowed read of the list brought. */
  FromStep fieldOfOnly(int step, String field) {
    return field(step, new Segment.Index(0), field);
  }

  private FromStep field(int step, Segment which, String field) {
    var path = new ArrayList<Segment>();
    list.path().forEach(name -> path.add(new Segment.Field(name)));
    path.add(which);
    path.add(new Segment.Field(field));
    return new FromStep(step, path);
  }

  Optional<String> readOfOne() {
    return itemRead.isEmpty() ? Optional.empty() : Optional.of(itemRead);
  }
}
