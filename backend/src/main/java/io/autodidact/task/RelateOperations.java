package io.autodidact.task;

import io.autodidact.connector.Catalogue;
import io.autodidact.connector.Effect;
import io.autodidact.connector.Operation;
import io.autodidact.exploration.Exploration;
import io.autodidact.task.Checks.Watch;
import io.autodidact.task.Domain.Slot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Finds out how operations and kinds of things belong together: by flows that exploring confirmed,
 * else by names and paths.
 */
final class RelateOperations {
  /** Reads made before one write, at most. */
  private static final int MOST_WATCHES = 6;

  private final Catalogue catalogue;
  private final Exploration exploration;
  private final List<EntityKind> kinds;

  RelateOperations(Catalogue catalogue, Exploration exploration, List<EntityKind> kinds) {
    this.catalogue = catalogue;
    this.exploration = exploration;
    this.kinds = List.copyOf(kinds);
  }

  List<Slot> slots() {
    var slots = new ArrayList<Slot>();
    for (Operation operation : catalogue.operations()) {
      for (Parameter parameter : Parameter.of(operation)) {
        fromFlows(operation, parameter)
            .or(() -> fromThings(operation, parameter))
            .or(() -> fromName(operation, parameter))
            .ifPresent(slots::add);
      }
    }
    return slots;
  }

  private Optional<Slot> fromFlows(Operation operation, Parameter parameter) {
    var pattern = parameter.pointer().replaceAll("/0(?=/|$)", "/*");
    return exploration.flows().stream()
        .filter(flow -> flow.confirmedBy().isPresent())
        .filter(flow -> flow.consumer().equals(operation.name()))
        .filter(flow -> flow.parameter().equals(pattern) && parameter.required())
        .flatMap(
            flow ->
                kinds.stream()
                    .flatMap(
                        kind ->
                            fed(kind, flow.producer(), flow.resultPath()).stream()
                                .map(
                                    field ->
                                        new Slot(
                                            operation.name(),
                                            parameter.pointer(),
                                            kind.noun(),
                                            field))))
        .findFirst();
  }

  /** The id or key of a thing in a list, where things of that shape are listed somewhere. */
  private Optional<Slot> fromThings(Operation operation, Parameter parameter) {
    if (!parameter.pointer().matches("/body/0/[^/]+")) {
      return Optional.empty();
    }
    var shape = properties(operation.arguments().at("/properties/body/items"));
    return kinds.stream()
        .filter(kind -> kind.list().path().isEmpty())
        .filter(
            kind ->
                parameter.name().equals(kind.list().id())
                    || parameter.name().equals(kind.list().key()))
        .filter(
            kind ->
                catalogue
                    .find(kind.list().operation())
                    .flatMap(Operation::result)
                    .map(result -> properties(result.path("items")))
                    .filter(listed -> listed.size() > 1 && listed.equals(shape))
                    .isPresent())
        .map(kind -> new Slot(operation.name(), parameter.pointer(), kind.noun(), parameter.name()))
        .findFirst();
  }

  private static Set<String> properties(JsonNode schema) {
    return Set.copyOf(schema.path("properties").propertyNames());
  }

  private static Optional<String> fed(EntityKind kind, String producer, String resultPath) {
    var prefix = kind.list().path().isEmpty() ? "" : "/" + String.join("/", kind.list().path());
    return List.of(kind.list().id(), kind.list().key()).stream()
        .filter(field -> kind.list().operation().equals(producer))
        .filter(field -> resultPath.equals(prefix + "/*/" + field))
        .findFirst();
  }

  private Optional<Slot> fromName(Operation operation, Parameter parameter) {
    var path = operation.path();
    var at = path.indexOf("{" + parameter.name() + "}");
    var before = at > 0 ? Words.singular(Words.phrase(path.get(at - 1))) : "";
    var name = Words.referenced(parameter.name()).orElse("");
    return kinds.stream()
        .filter(kind -> at > 0 ? kind.noun().equals(before) : endsWith(name, kind.noun()))
        .map(kind -> new Slot(operation.name(), parameter.pointer(), kind.noun(), kind.list().id()))
        .findFirst();
  }

  /** A write on the path of a list, or one that is named so, creates what is listed. */
  Map<String, String> creators() {
    var creators = new HashMap<String, String>();
    for (Operation write : catalogue.operations()) {
      if (write.effect() == Effect.WRITE) {
        kinds.stream()
            .filter(kind -> sharesPath(kind, write) || isNamedAfter(kind, write))
            .findFirst()
            .ifPresent(kind -> creators.put(write.name(), kind.noun()));
      }
    }
    return creators;
  }

  private boolean sharesPath(EntityKind kind, Operation write) {
    var list = catalogue.find(kind.list().operation()).orElseThrow();
    return !write.path().isEmpty() && list.path().equals(write.path());
  }

  private static boolean isNamedAfter(EntityKind kind, Operation write) {
    return write.name().equals("create_" + kind.noun().replace(' ', '_'));
  }

  private static boolean endsWith(String name, String noun) {
    var last = noun.substring(noun.lastIndexOf(' ') + 1);
    return name.equals(noun) || name.endsWith(" " + noun) || name.equals(last);
  }

  /**
   * For each write the reads that show what it touches, of those that worked while exploring the
   * nearest to it on the software's paths: large software shows one thing in dozens of ways.
   */
  List<Watch> watches(List<Slot> slots) {
    var worked = new HashSet<String>();
    exploration.transitions().stream()
        .filter(transition -> transition.outcome().succeeded())
        .forEach(transition -> worked.add(transition.call().operation()));
    var reads =
        catalogue.operations().stream()
            .filter(one -> one.effect() == Effect.READ && worked.contains(one.name()))
            .toList();
    var watches = new ArrayList<Watch>();
    for (Operation write : catalogue.operations()) {
      if (write.effect() != Effect.READ) {
        reads.stream()
            .sorted(Comparator.comparingInt(read -> distance(write.path(), read.path())))
            .flatMap(read -> watch(write, read, slots).stream())
            .limit(MOST_WATCHES)
            .forEach(watches::add);
        listOf(write).ifPresent(watches::add);
      }
    }
    return watches;
  }

  /** How many steps lead from one path to the other. */
  static int distance(List<String> from, List<String> to) {
    int shared = 0;
    while (shared < Math.min(from.size(), to.size()) && from.get(shared).equals(to.get(shared))) {
      shared++;
    }
    return from.size() + to.size() - 2 * shared;
  }

  /** The list that grows where the write creates something. */
  private Optional<Watch> listOf(Operation write) {
    return kinds.stream()
        .filter(kind -> write.effect() == Effect.WRITE)
        .filter(kind -> sharesPath(kind, write) || isNamedAfter(kind, write))
        .findFirst()
        .map(kind -> new Watch(write.name(), kind.list().operation(), Map.of()));
  }

  private Optional<Watch> watch(Operation write, Operation read, List<Slot> slots) {
    var arguments = new HashMap<String, String>();
    for (String pointer : required(read)) {
      var wanted = find(slots, read.name(), pointer);
      wanted
          .flatMap(
              slot ->
                  slots.stream()
                      .filter(given -> given.operation().equals(write.name()))
                      .filter(
                          given ->
                              given.noun().equals(slot.noun())
                                  && given.field().equals(slot.field()))
                      .findFirst())
          .ifPresent(given -> arguments.put(pointer, given.pointer()));
    }
    return arguments.isEmpty() || arguments.size() < required(read).size()
        ? Optional.empty()
        : Optional.of(new Watch(write.name(), read.name(), arguments));
  }

  private static Optional<Slot> find(List<Slot> slots, String operation, String pointer) {
    return slots.stream()
        .filter(slot -> slot.operation().equals(operation) && slot.pointer().equals(pointer))
        .findFirst();
  }

  static Set<String> required(Operation operation) {
    var pointers = new HashSet<String>();
    Parameter.of(operation).stream()
        .filter(Parameter::required)
        .forEach(parameter -> pointers.add(parameter.pointer()));
    return pointers;
  }
}
