package io.autodidact.task;

import io.autodidact.connector.Call;
import io.autodidact.connector.Catalogue;
import io.autodidact.connector.Effect;
import io.autodidact.connector.Episode;
import io.autodidact.connector.Episodes;
import io.autodidact.connector.Operation;
import io.autodidact.connector.Outcome;
import io.autodidact.exploration.Exploration;
import io.autodidact.task.Checks.EntityList;
import io.autodidact.task.Domain.Slot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Learns what the software is about: reads every collection in two episodes of one seed, takes for
 * natural keys what is readable, unique and equal in both, and tries which searches find them.
 */
final class LearnDomain {
  private static final int LONGEST_PAGE = 200;
  private final Catalogue catalogue;
  private final List<EntityKind> kinds = new ArrayList<>();
  private final List<EntityKind> keyless = new ArrayList<>();
  private final List<PlanStep> collections = new ArrayList<>();
  private final List<EntityList> lists = new ArrayList<>();
  private final Set<String> incomplete = new HashSet<>();

  private LearnDomain(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  static Domain from(Episodes episodes, Exploration exploration, long seed)
      throws InterruptedException {
    var learning = new LearnDomain(episodes.operations());
    try (var one = episodes.open(seed);
        var other = episodes.open(seed)) {
      for (Operation read : learning.reads()) {
        if (Parameter.of(read).stream().noneMatch(Parameter::required)) {
          learning.readCollection(read, one, other);
        }
      }
      var keyed = learning.domain(exploration);
      learning.kinds.addAll(
          new KeylessKinds(learning.catalogue, keyed).among(learning.keyless, one));
      var slots = learning.domain(exploration).slots();
      learning.addItemReads(slots);
      learning.readInnerLists(slots, one);
      return learning.domain(exploration);
    }
  }

  /** What is known so far. */
  private Domain domain(Exploration exploration) {
    var relations = new RelateOperations(catalogue, exploration, kinds);
    var slots = relations.slots();
    return new Domain(
        kinds,
        slots,
        relations.creators(),
        collections,
        lists,
        relations.watches(slots),
        incomplete);
  }

  private List<Operation> reads() {
    return catalogue.operations().stream()
        .filter(operation -> operation.effect() == Effect.READ)
        .toList();
  }

  private void readCollection(Operation read, Episode one, Episode other)
      throws InterruptedException {
    var whole = whole(read);
    var step = new PlanStep(read.name(), constants(whole));
    var paging = Paging.of(read, size(whole));
    var first = readOn(step, paging, one);
    var second = Probe.inWordsOf(other, readOn(step, paging, other));
    var compared = Probe.inWordsOf(one, first);
    var paths = Lists.in(first);
    for (List<String> path : paths) {
      var pages = path.equals(paths.getFirst()) ? paging : Optional.<Paging>empty();
      var list = Lists.describe(new Lists.Listed(read, path, pages), compared, second);
      if (path.size() <= 1) {
        if (!collections.contains(step)) {
          collections.add(step);
        }
        lists.add(list);
      }
      if (!list.id().isEmpty() && list.key().isEmpty()) {
        keyless.add(new EntityKind(list, whole, ""));
      } else if (!list.id().isEmpty() && named(list.noun()).isEmpty()) {
        kinds.add(new EntityKind(list, whole, TrySearches.of(read, list, first, one)));
      }
    }
  }

  private JsonNode readOn(PlanStep step, Optional<Paging> paging, Episode episode)
      throws InterruptedException {
    var first = body(step, episode);
    var list =
        Lists.in(first).stream()
            .limit(1)
            .map(path -> new EntityList(step.operation(), "", path, "", "", paging))
            .toList();
    var whole = ReadOn.of(step.call(List.of()).orElseThrow(), first, list, episode);
    if (!whole.complete()) {
      incomplete.add(step.operation());
    }
    return whole.body();
  }

  private static int size(Map<String, JsonNode> whole) {
    return whole.values().stream().mapToInt(JsonNode::asInt).min().orElse(0);
  }

  /** Arguments for the longest page there is. */
  private static Map<String, JsonNode> whole(Operation read) {
    var arguments = new LinkedHashMap<String, JsonNode>();
    for (Parameter parameter : Parameter.of(read)) {
      if (parameter.name().matches("(?i)size|limit|max|per_?page|page_?size|max_?results")
          && parameter.isNumber()) {
        var most = parameter.schema().path("maximum").asInt(LONGEST_PAGE);
        arguments.put(parameter.pointer(), IntNode.valueOf(Math.min(most, LONGEST_PAGE)));
      }
    }
    return arguments;
  }

  private Optional<EntityKind> named(String noun) {
    return kinds.stream().filter(kind -> kind.noun().equals(noun)).findFirst();
  }

  /** A read whose only required argument is the id of an entity shows that entity. */
  private void addItemReads(List<Slot> slots) {
    kinds.replaceAll(
        kind ->
            slots.stream()
                .filter(slot -> slot.noun().equals(kind.noun()))
                .filter(slot -> readsOnlyBy(slot) && endsWithParameter(slot))
                .min(Comparator.comparingInt(slot -> distance(kind, slot)))
                .map(slot -> kind.withItemRead(slot.operation(), slot.pointer()))
                .orElse(kind));
  }

  /** One thing of a list is read just below it. */
  private int distance(EntityKind kind, Slot slot) {
    var list = catalogue.find(kind.list().operation()).orElseThrow();
    var read = catalogue.find(slot.operation()).orElseThrow();
    return RelateOperations.distance(list.path(), read.path());
  }

  private boolean endsWithParameter(Slot slot) {
    var path = catalogue.find(slot.operation()).map(Operation::path).orElse(List.of());
    return path.isEmpty() || path.getLast().startsWith("{");
  }

  private boolean readsOnlyBy(Slot slot) {
    var operation = catalogue.find(slot.operation()).orElseThrow();
    return operation.effect() == Effect.READ
        && RelateOperations.required(operation).equals(Set.of(slot.pointer()));
  }

  /** Lists inside of one entity: which of their fields tells the elements apart. */
  private void readInnerLists(List<Slot> slots, Episode episode) throws InterruptedException {
    for (Slot slot : slots) {
      var kind = named(slot.noun());
      if (kind.isPresent() && readsOnlyBy(slot)) {
        readInnerLists(catalogue.find(slot.operation()).orElseThrow(), slot, kind.get(), episode);
      }
    }
  }

  private void readInnerLists(Operation read, Slot slot, EntityKind kind, Episode episode)
      throws InterruptedException {
    var results = new ArrayList<JsonNode>();
    for (JsonNode row : kind.rows(body(kind.readAll(), episode))) {
      var step =
          new PlanStep(
              read.name(),
              Map.of(slot.pointer(), new ValueSource.Constant(row.path(slot.field()))));
      results.add(body(step, episode));
    }
    var paths = new HashSet<List<String>>();
    results.forEach(result -> paths.addAll(Lists.in(result)));
    for (List<String> path : paths) {
      lists.add(Lists.describeInner(read, path, results));
    }
  }

  private static Map<String, ValueSource> constants(Map<String, JsonNode> values) {
    var sources = new LinkedHashMap<String, ValueSource>();
    values.forEach((pointer, value) -> sources.put(pointer, new ValueSource.Constant(value)));
    return sources;
  }

  private static JsonNode body(PlanStep step, Episode episode) throws InterruptedException {
    Call call = step.call(List.of()).orElseThrow();
    return episode.act(call) instanceof Outcome.Succeeded(int code, JsonNode body)
        ? body
        : MissingNode.getInstance();
  }
}
