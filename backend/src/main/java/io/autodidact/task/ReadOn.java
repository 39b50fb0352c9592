package io.autodidact.task;

import io.autodidact.connector.Call;
import io.autodidact.connector.Episode;
import io.autodidact.connector.Outcome;
import io.autodidact.task.Checks.EntityList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads a list on behind its first page and puts the pages together, as if they were one. */
final class ReadOn {
  static final int MOST_PAGES = 5;
  static final int MOST_ENTRIES = 1000;

  /** Where neither a total nor a size is known, a round number of entries may be a full page. */
  private static final int ROUND = 10;

  private static final String TOTAL = "(?i)total(_?(count|elements|items|results|size|hits))?";
  private static final String MORE = "(?i)has_?(more|next).*";
  private static final String NEXT =
      "(?i)next(_?(page|cursor|token|page_?token))?|(end_?)?cursor|continuation.*|marker";

  private final EntityList list;
  private final Paging paging;
  private final Episode episode;
  private final Set<JsonNode> seen = new HashSet<>();

  private ReadOn(EntityList list, Paging paging, Episode episode) {
    this.list = list;
    this.paging = paging;
    this.episode = episode;
  }

  /**
   * What a read brought.
   *
   * @param complete whether the list ends where the body does
   */
  record Whole(JsonNode body, boolean complete) {}

  /**
   * The whole of what a read brings, if one of those lists says how its read goes on.
   *
   * @param first what the call brought
   */
  static Whole of(Call call, JsonNode first, List<EntityList> lists, Episode episode)
      throws InterruptedException {
    for (EntityList list : lists) {
      if (list.operation().equals(call.operation())
          && list.paging().isPresent()
          && NaturalKeys.at(first, list.path()).isArray()
          && !call.arguments().at(list.paging().get().pointer()).isValueNode()) {
        return new ReadOn(list, list.paging().get(), episode).behind(call, first);
      }
    }
    return new Whole(first, true);
  }

  /** All entities of a kind. */
  static List<JsonNode> rows(EntityKind kind, Episode episode) throws InterruptedException {
    var call = kind.readAll().call(List.of()).orElseThrow();
    return episode.act(call) instanceof Outcome.Succeeded(int code, JsonNode first)
        ? kind.rows(of(call, first, List.of(kind.list()), episode).body())
        : List.of();
  }

  private Whole behind(Call call, JsonNode first) throws InterruptedException {
    var all = first.deepCopy();
    var entries = (ArrayNode) NaturalKeys.at(all, list.path());
    entries.forEach(seen::add);
    var page = first;
    for (int number = 1; goesOn(page, entries.size()); number++) {
      if (number > MOST_PAGES || entries.size() >= MOST_ENTRIES) {
        return new Whole(all, false);
      }
      var next = next(call, number, page, entries.size());
      var fresh =
          next.stream().flatMap(body -> rows(body).stream()).filter(seen::add).toList();
      entries.addAll(fresh);
      boolean countsFromOne = number == 1 && paging.way() == Paging.Way.PAGE;
      if (next.isEmpty() || (fresh.isEmpty() && !(countsFromOne && !rows(next.get()).isEmpty()))) {
        break;
      }
      page = next.get();
    }
    return new Whole(all, true);
  }

  private Optional<JsonNode> next(Call call, int number, JsonNode page, int read)
      throws InterruptedException {
    var where =
        switch (paging.way()) {
          case PAGE -> Optional.<JsonNode>of(IntNode.valueOf(number));
          case OFFSET -> Optional.<JsonNode>of(IntNode.valueOf(read));
          case CURSOR -> said(page, NEXT);
        };
    if (where.isEmpty()) {
      return Optional.empty();
    }
    ObjectNode arguments = call.arguments().deepCopy();
    Values.put(arguments, paging.pointer(), where.get());
    return episode.act(new Call(call.operation(), arguments))
            instanceof Outcome.Succeeded(int code, JsonNode body)
        ? Optional.of(body)
        : Optional.empty();
  }

  private boolean goesOn(JsonNode page, int read) {
    int entries = rows(page).size();
    if (entries == 0) {
      return false;
    }
    if (paging.way() == Paging.Way.CURSOR) {
      return said(page, NEXT).isPresent();
    }
    var more = said(page, MORE);
    if (more.isPresent()) {
      return more.get().asBoolean(false);
    }
    return said(page, TOTAL)
        .filter(JsonNode::isNumber)
        .map(total -> total.asInt() > read)
        .orElse((paging.size() > 0 && entries >= paging.size()) || entries % ROUND == 0);
  }

  private List<JsonNode> rows(JsonNode page) {
    return NaturalKeys.at(page, list.path()).valueStream().toList();
  }

  /** A value beside the list, or one level below that. */
  private static Optional<JsonNode> said(JsonNode page, String names) {
    if (!page.isObject()) {
      return Optional.empty();
    }
    var inner = page.valueStream().filter(JsonNode::isObject);
    return Stream.concat(Stream.of(page), inner)
        .flatMap(JsonNode::propertyStream)
        .filter(field -> field.getKey().matches(names))
        .map(Map.Entry::getValue)
        .filter(value -> value.isValueNode() && !value.isNull() && !value.asString("").isBlank())
        .findFirst();
  }
}
