package io.autodidact.task;

import io.autodidact.connector.Episode;
import io.autodidact.connector.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;

/**
 * Finds out what the entities of a list have in common, and by which arguments the list shows those
 * alone: an argument counts that brings, for two values, exactly the rows that have them.
 */
final class TryFilters {
  /** A longer list nobody reads through to find those that are meant. */
  private static final int LONGEST_READ_THROUGH = 12;

  private final Domain domain;
  private final EntityKind kind;
  private final Operation list;
  private final List<JsonNode> rows;

  TryFilters(Domain domain, EntityKind kind, Operation list, List<JsonNode> rows) {
    this.domain = domain;
    this.kind = kind;
    this.list = list;
    this.rows = rows;
  }

  List<Selection> selections(Episode episode) throws InterruptedException {
    var selections = new ArrayList<Selection>();
    for (Parameter parameter : Parameter.of(list)) {
      var candidate = candidate(parameter);
      if (candidate.isPresent() && works(candidate.get(), episode)) {
        selections.add(candidate.get());
      }
    }
    var filtered = selections.stream().map(Selection::field).collect(Collectors.toSet());
    WriteFamilies.fields(kind, rows.getFirst()).stream()
        .filter(field -> !filtered.contains(field) && canBeReadThrough(field))
        .forEach(field -> selections.add(new Selection(kind.noun(), field, "", "", "")));
    return selections;
  }

  /** An argument called like a field of the rows. */
  private Optional<Selection> candidate(Parameter parameter) {
    var field = parameter.name();
    if (parameter.required()
        || parameter.pointer().equals(kind.search())
        || !rows.stream().allMatch(row -> row.path(field).isValueNode())) {
      return Optional.empty();
    }
    var slot = domain.slot(list.name(), parameter.pointer());
    if (slot.isPresent()) {
      return slot.filter(one -> !one.noun().equals(kind.noun()))
          .map(
              one ->
                  new Selection(
                      kind.noun(), field, parameter.pointer(), one.noun(), one.field()));
    }
    return Optional.of(new Selection(kind.noun(), field, parameter.pointer(), "", ""))
        .filter(one -> WriteFamilies.fields(kind, rows.getFirst()).contains(field) && isPlain(field));
  }

  private boolean isPlain(String field) {
    return rows.stream()
        .map(row -> row.path(field))
        .allMatch(value -> value.isBoolean() || Distinctions.isWord(value));
  }

  private boolean canBeReadThrough(String field) {
    int different = Distinctions.values(field, rows.stream()).size();
    return rows.size() <= LONGEST_READ_THROUGH
        && isPlain(field)
        && different >= 2
        && different * 2 <= rows.size();
  }

  private boolean works(Selection selection, Episode episode) throws InterruptedException {
    var first = rows.getFirst().path(selection.field());
    var other = other(selection, first, episode);
    return other.isPresent()
        && brings(selection, first, episode)
        && brings(selection, other.get(), episode);
  }

  /** A second value to try: of another row, the opposite, or another thing that is referred to. */
  private Optional<JsonNode> other(Selection selection, JsonNode first, Episode episode)
      throws InterruptedException {
    var values = rows.stream().map(row -> row.path(selection.field()));
    if (first.isBoolean()) {
      values = Stream.concat(values, Stream.of(BooleanNode.valueOf(!first.asBoolean())));
    }
    if (selection.isRelation()) {
      var referred = domain.kind(selection.of()).orElseThrow();
      var things = ReadOn.rows(referred, episode);
      values = Stream.concat(values, things.stream().map(one -> one.path(selection.refers())));
    }
    return values.filter(value -> !Values.same(value, first)).findFirst();
  }

  private boolean brings(Selection selection, JsonNode value, Episode episode)
      throws InterruptedException {
    Map<String, ValueSource> arguments = new LinkedHashMap<>(kind.readAll().arguments());
    arguments.put(selection.parameter(), new ValueSource.Constant(value));
    var found = kind.rows(Distinctions.read(new PlanStep(list.name(), arguments), episode));
    var wanted = rows.stream().filter(row -> Values.same(row.path(selection.field()), value));
    return ids(found.stream()).equals(ids(wanted));
  }

  private Set<String> ids(Stream<JsonNode> some) {
    return Distinctions.values(kind.list().id(), some);
  }
}
