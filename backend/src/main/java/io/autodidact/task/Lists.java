package io.autodidact.task;

import io.autodidact.connector.Operation;
import io.autodidact.task.Checks.EntityList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Finds arrays of objects in results, and the fields that tell their elements apart. */
final class Lists {
  private static final int LONGEST_KEY = 60;
  private static final Pattern PLAIN_ID = Pattern.compile("(?i)_?id|uuid|guid");

  /** With fewer rows a status would pass for a name. */
  private static final int ROWS_TO_TELL = 6;

  private static final List<String> KEY_NAMES =
      List.of(
          "name",
          "title",
          "displayname",
          "username",
          "label",
          "code",
          "number",
          "sku",
          "email",
          "clientid",
          "alias",
          "slug",
          "key",
          "reference");

  private Lists() {}

  /** Paths of arrays of objects, at the top of the result or a field below. */
  static List<List<String>> in(JsonNode result) {
    var paths = new ArrayList<List<String>>();
    if (objects(result)) {
      paths.add(List.of());
    }
    for (Map.Entry<String, JsonNode> field : result.properties()) {
      if (objects(field.getValue())) {
        paths.add(List.of(field.getKey()));
      }
    }
    return paths;
  }

  /** Where a list lies, and how it goes on. */
  record Listed(Operation read, List<String> path, Optional<Paging> paging) {}

  /** The list, with its natural key as two episodes of one seed agree on it. */
  static EntityList describe(Listed listed, JsonNode result, JsonNode sameAgain) {
    var rows = NaturalKeys.at(result, listed.path()).valueStream().toList();
    var again = NaturalKeys.at(sameAgain, listed.path()).valueStream().toList();
    var noun = noun(listed.read());
    var id = idField(noun, rows);
    var key =
        fields(rows).stream()
            .filter(field -> !field.equals(id) && readable(field, rows))
            .filter(field -> texts(field, rows).size() == rows.size())
            .filter(field -> rank(field) < KEY_NAMES.size() || rows.size() >= ROWS_TO_TELL)
            .filter(field -> texts(field, rows).equals(texts(field, again)))
            .min(Comparator.comparingInt(Lists::rank))
            .orElse("");
    return new EntityList(listed.read().name(), noun, listed.path(), id, key, listed.paging());
  }

  /** A list inside of entities: its key may also be a reference to something else. */
  static EntityList describeInner(Operation read, List<String> path, List<JsonNode> results) {
    var arrays =
        results.stream()
            .map(result -> NaturalKeys.at(result, path).valueStream().toList())
            .filter(rows -> !rows.isEmpty())
            .toList();
    var all = arrays.stream().flatMap(List::stream).toList();
    var key =
        fields(all).stream()
            .filter(field -> !field.equals("id"))
            .filter(field -> readable(field, all) || Values.idName(field))
            .filter(
                field -> arrays.stream().allMatch(rows -> texts(field, rows).size() == rows.size()))
            .filter(field -> texts(field, all).size() > 1)
            .min(Comparator.comparingInt(Lists::rank))
            .orElse("");
    return new EntityList(read.name(), noun(read), path, "", key, Paging.of(read, 0));
  }

  /**
   * What one element is called: the last fixed part of the path, or the operation without its verb.
   */
  static String noun(Operation read) {
    return read.path().stream()
        .filter(segment -> !segment.startsWith("{"))
        .reduce((first, second) -> second)
        .map(segment -> Words.singular(Words.phrase(segment)))
        .orElseGet(
            () -> {
              var words = Words.of(read.name());
              return Words.singular(
                  String.join(" ", words.subList(Math.min(1, words.size() - 1), words.size())));
            });
  }

  private static boolean objects(JsonNode node) {
    return node.isArray() && !node.isEmpty() && node.get(0).isObject();
  }

  private static Set<String> fields(List<JsonNode> rows) {
    var fields = new TreeSet<String>();
    rows.forEach(row -> fields.addAll(row.propertyNames()));
    return fields;
  }

  private static String idField(String noun, List<JsonNode> rows) {
    return fields(rows).stream()
        .filter(
            field ->
                PLAIN_ID.matcher(field).matches()
                    || Words.referenced(field).filter(noun::equals).isPresent())
        .filter(field -> texts(field, rows).size() == rows.size())
        .min(Comparator.comparingInt(field -> PLAIN_ID.matcher(field).matches() ? 0 : 1))
        .orElse("");
  }

  private static boolean readable(String field, List<JsonNode> rows) {
    return !Values.idName(field)
        && rows.stream()
            .map(row -> row.path(field))
            .allMatch(
                value ->
                    value.isString()
                        && !value.asString().isBlank()
                        && value.asString().length() <= LONGEST_KEY
                        && !Values.opaque(value.asString())
                        && !Values.clockReading(field, value));
  }

  private static Set<String> texts(String field, List<JsonNode> rows) {
    var texts = new HashSet<String>();
    rows.forEach(row -> texts.add(Values.text(row.path(field))));
    return texts;
  }

  private static int rank(String field) {
    var place = KEY_NAMES.indexOf(field.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", ""));
    return place < 0 ? KEY_NAMES.size() : place;
  }
}
