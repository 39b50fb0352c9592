package io.autodidact.task;

import io.autodidact.connector.Catalogue;
import io.autodidact.connector.Episode;
import io.autodidact.connector.Operation;
import io.autodidact.connector.Outcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * By what entities of a kind can be told apart: what several of them have in common, and what of
 * one can be compared.
 */
record Distinctions(List<Selection> selections, List<Measure> measures) {
  /** Entities that are read in full. */
  private static final int SOME = 3;

  Distinctions {
    selections = List.copyOf(selections);
    measures = List.copyOf(measures);
  }

  /** Reads the lists whole and tries out what narrows them; changes nothing. */
  static Distinctions learn(
      Catalogue catalogue, Domain domain, Predicate<Operation> allowed, Episode episode)
      throws InterruptedException {
    var selections = new ArrayList<Selection>();
    var measures = new ArrayList<Measure>();
    for (EntityKind kind : domain.kinds()) {
      var list = catalogue.find(kind.list().operation()).orElseThrow();
      var rows = ReadOn.rows(kind, episode);
      if (allowed.test(list) && !rows.isEmpty()) {
        if (!kind.isKeyless()) {
          new TryFilters(domain, kind, list, rows)
              .selections(episode).stream()
                  .filter(one -> DrawForEach.hasGroup(kind, one, rows))
                  .forEach(selections::add);
        }
        measures.addAll(measures(kind, rows, episode));
      }
    }
    return new Distinctions(selections, measures);
  }

  List<Selection> selectionsOf(String noun) {
    return selections.stream().filter(one -> one.noun().equals(noun)).toList();
  }

  List<Measure> measuresOf(String noun) {
    return measures.stream().filter(one -> one.noun().equals(noun)).toList();
  }

  private static List<Measure> measures(EntityKind kind, List<JsonNode> rows, Episode episode)
      throws InterruptedException {
    var listed = WriteFamilies.fields(kind, rows.getFirst());
    var measures = new ArrayList<Measure>();
    for (String field : listed) {
      if (isNumber(field, rows) || isChoice(field, rows)) {
        measures.add(new Measure(kind.noun(), field, false));
      }
    }
    var full = new ArrayList<JsonNode>();
    for (JsonNode row : kind.itemRead().isEmpty() ? List.<JsonNode>of() : some(rows)) {
      var id = new ValueSource.Constant(row.path(kind.list().id()));
      full.add(read(new PlanStep(kind.itemRead(), Map.of(kind.itemParameter(), id)), episode));
    }
    if (!full.isEmpty()) {
      WriteFamilies.fields(kind, full.getFirst()).stream()
          .filter(field -> !listed.contains(field) && isNumber(field, full))
          .forEach(field -> measures.add(new Measure(kind.noun(), field, true)));
    }
    return measures;
  }

  private static List<JsonNode> some(List<JsonNode> rows) {
    return rows.subList(0, Math.min(SOME, rows.size()));
  }

  /** A number that is not the same everywhere. */
  private static boolean isNumber(String field, List<JsonNode> rows) {
    return rows.stream().allMatch(row -> row.path(field).isNumber())
        && values(field, rows.stream()).size() > 1;
  }

  /**
   * One word of at least three that come up again and again. Of two, the request that speaks of one
   * would give away the other.
   */
  private static boolean isChoice(String field, List<JsonNode> rows) {
    var words = values(field, rows.stream());
    return words.size() >= 3
        && words.size() * 2 <= rows.size()
        && rows.stream().allMatch(row -> isWord(row.path(field)));
  }

  static boolean isWord(JsonNode value) {
    return value.isString() && value.asString().matches("[\\p{L}][\\p{L}\\d_ -]{1,29}");
  }

  static Set<String> values(String field, Stream<JsonNode> rows) {
    var values = new HashSet<String>();
    rows.forEach(row -> values.add(Values.text(row.path(field))));
    return values;
  }

  static JsonNode read(PlanStep step, Episode episode) throws InterruptedException {
    return episode.act(step.call(List.of()).orElseThrow())
            instanceof Outcome.Succeeded(int code, JsonNode body)
        ? body
        : MissingNode.getInstance();
  }
}
