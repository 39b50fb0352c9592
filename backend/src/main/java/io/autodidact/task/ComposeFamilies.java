package io.autodidact.task;

import io.autodidact.connector.Catalogue;
import io.autodidact.connector.Effect;
import io.autodidact.connector.Operation;
import io.autodidact.task.TaskFamily.Change;
import io.autodidact.task.TaskFamily.Drawn;
import io.autodidact.task.TaskFamily.Filler;
import io.autodidact.task.TaskFamily.OfCreated;
import io.autodidact.task.TaskFamily.OfEntity;
import io.autodidact.task.TaskFamily.Part;
import io.autodidact.task.TaskFamily.Question;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Builds families of difficulty 2 (two independent requests) and 3 (something is created, then used;
 * see {@link FrameFamilies} for the others) from those of difficulty 1.
 */
final class ComposeFamilies {
  /** How many others each simple family is put together with. */
  private static final int PARTNERS = 2;

  private final List<TaskFamily> simple;
  private final Domain domain;
  private final Catalogue catalogue;
  private final Distinctions distinctions;

  ComposeFamilies(
      List<TaskFamily> simple, Domain domain, Catalogue catalogue, Distinctions distinctions) {
    this.simple = List.copyOf(simple);
    this.distinctions = distinctions;
    this.domain = domain;
    this.catalogue = catalogue;
  }

  List<TaskFamily> all() {
    var families = new ArrayList<>(simple);
    families.addAll(pairs());
    families.addAll(chains());
    families.addAll(new FrameFamilies(simple, distinctions, domain, catalogue).all());
    return families;
  }

  private List<TaskFamily> pairs() {
    var pairs = new ArrayList<TaskFamily>();
    for (int i = 0; i < simple.size(); i++) {
      for (int partner = 1; partner <= PARTNERS; partner++) {
        var first = simple.get(i);
        var second = simple.get((i + partner * (simple.size() / 3) + 1) % simple.size());
        if (!operation(first).equals(operation(second)) && isShort(first, second)) {
          pairs.add(joined(first, second));
        }
      }
    }
    return pairs;
  }

  /** Requests of more than three names and three values are nothing one would ask in a sentence. */
  private static boolean isShort(TaskFamily first, TaskFamily second) {
    return first.entities().size() + second.entities().size() <= 3
        && first.drawn() + second.drawn() <= 3;
  }

  private static String operation(TaskFamily family) {
    return family.name().replaceAll("\\(.*", "");
  }

  private static TaskFamily joined(TaskFamily first, TaskFamily second) {
    var entities = new ArrayList<>(first.entities());
    entities.addAll(second.entities());
    var parts = new ArrayList<>(first.parts());
    second.parts().forEach(part -> parts.add(shifted(part, first.entities().size())));
    return new TaskFamily(first.name() + " + " + second.name(), 2, entities, parts);
  }

  private static Part shifted(Part part, int by) {
    return switch (part) {
      case Question(int entity, String field, boolean inFull) ->
          new Question(entity + by, field, inFull);
      case Change(String operation, var arguments) -> {
        var fillers = new LinkedHashMap<String, Filler>();
        arguments.forEach((pointer, filler) -> fillers.put(pointer, shifted(filler, by)));
        yield new Change(operation, fillers);
      }
    };
  }

  private static Filler shifted(Filler filler, int by) {
    return switch (filler) {
      case OfEntity(int entity, String field) -> new OfEntity(entity + by, field);
      case OfCreated created -> created;
      case Drawn drawn -> drawn;
    };
  }

  /** Something is created, used, and, where there is a step that only needs it, finished. */
  private List<TaskFamily> chains() {
    var chains = new ArrayList<TaskFamily>();
    for (TaskFamily creation : simple) {
      var noun = created(creation);
      if (noun.isEmpty() || creation.name().contains("(")) {
        continue;
      }
      for (TaskFamily use : simple) {
        var chain = used(creation, use, noun);
        chain.ifPresent(chains::add);
        chain.ifPresent(
            one ->
                finishes(noun).forEach(finish -> used(one, finish, noun).ifPresent(chains::add)));
      }
    }
    return chains;
  }

  private String created(TaskFamily family) {
    return family.parts().getFirst() instanceof Change change
            && domain.kind(domain.creates(change.operation())).stream()
                .anyMatch(kind -> change.arguments().containsKey("/" + kind.list().key()))
        ? domain.creates(change.operation())
        : "";
  }

  /** The first family, then the second with what the first creates in place of its entity. */
  private Optional<TaskFamily> used(TaskFamily creation, TaskFamily use, String noun) {
    if (!(use.parts().getFirst() instanceof Change change)
        || use.name().contains("(")
        || undoes(change.operation())
        || creation.parts().stream().anyMatch(part -> part.equals(change))
        || use.entities().stream().filter(noun::equals).count() != 1) {
      return Optional.empty();
    }
    var kind = domain.kind(noun).orElseThrow();
    var entities = new ArrayList<>(creation.entities());
    var fillers = new LinkedHashMap<String, Filler>();
    var places = new HashMap<Integer, Integer>();
    change
        .arguments()
        .forEach(
            (pointer, filler) -> {
              if (filler instanceof OfEntity(int entity, String field)) {
                if (use.entities().get(entity).equals(noun)) {
                  fillers.put(pointer, new OfCreated(0, field));
                } else {
                  if (!places.containsKey(entity)) {
                    places.put(entity, entities.size());
                    entities.add(use.entities().get(entity));
                  }
                  fillers.put(pointer, new OfEntity(places.getOrDefault(entity, 0), field));
                }
              } else {
                fillers.put(pointer, filler);
              }
            });
    var parts = new ArrayList<>(creation.parts());
    parts.add(new Change(change.operation(), fillers));
    return kind.list().id().isEmpty()
        ? Optional.empty()
        : Optional.of(new TaskFamily(creation.name() + " > " + use.name(), 3, entities, parts));
  }

  private List<TaskFamily> finishes(String noun) {
    return simple.stream()
        .filter(family -> family.entities().equals(List.of(noun)))
        .filter(
            family ->
                family.parts().getFirst() instanceof Change change
                    && change.arguments().values().stream().noneMatch(Drawn.class::isInstance))
        .toList();
  }

  /** Nobody asks to make something and take it away again. */
  private boolean undoes(String name) {
    return catalogue.find(name).map(Operation::effect).equals(Optional.of(Effect.DESTRUCTIVE))
        || Words.of(name)
            .getFirst()
            .matches(
                "delete|remove|cancel|deactivate|activate|disable|enable|archive|close|release");
  }
}
