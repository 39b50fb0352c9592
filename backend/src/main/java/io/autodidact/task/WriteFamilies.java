package io.autodidact.task;

import io.autodidact.connector.Catalogue;
import io.autodidact.connector.Effect;
import io.autodidact.connector.Episode;
import io.autodidact.connector.Operation;
import io.autodidact.connector.Outcome;
import io.autodidact.exploration.Exploration;
import io.autodidact.task.TaskFamily.Change;
import io.autodidact.task.TaskFamily.Drawn;
import io.autodidact.task.TaskFamily.Filler;
import io.autodidact.task.TaskFamily.OfEntity;
import io.autodidact.task.TaskFamily.Part;
import io.autodidact.task.TaskFamily.Question;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Abstracts families of difficulty 1 from what succeeded while exploring. */
final class WriteFamilies {
  private static final int MANY_VALUES = 16;

  private final Catalogue catalogue;
  private final Domain domain;
  private final Exploration exploration;

  WriteFamilies(Catalogue catalogue, Domain domain, Exploration exploration) {
    this.catalogue = catalogue;
    this.domain = domain;
    this.exploration = exploration;
  }

  /** A change for each write that succeeded, and each of its optional values. */
  List<TaskFamily> changes(Predicate<Operation> allowed) {
    var families = new ArrayList<TaskFamily>();
    for (Operation operation : catalogue.operations()) {
      if (operation.effect() != Effect.READ && allowed.test(operation) && succeeded(operation)) {
        families.addAll(changes(operation));
      }
    }
    return families;
  }

  private List<TaskFamily> changes(Operation operation) {
    var parameters = Parameter.of(operation);
    var required = parameters.stream().filter(Parameter::required).toList();
    var optional = optional(parameters);
    var things =
        parameters.stream().filter(one -> inThings(one) && isSlot(operation, one)).toList();
    if (!things.isEmpty()) {
      return List.of(change(operation, required, things, ""));
    }
    var families = new ArrayList<TaskFamily>();
    var createdKey = createdKey(operation, optional);
    if (required.stream().anyMatch(one -> !isSlot(operation, one))
        || optional.isEmpty()
        || !createdKey.isEmpty()
        || optional.stream().allMatch(one -> one.pointer().contains("/0"))) {
      families.add(change(operation, required, createdKey, ""));
    }
    if (createdKey.isEmpty() && required.stream().allMatch(one -> isSlot(operation, one))) {
      for (Parameter one : optional) {
        families.add(change(operation, required, List.of(one), one.name()));
      }
    } else if (!domain.creates(operation.name()).isEmpty()) {
      optional.stream()
          .filter(one -> !createdKey.contains(one) && !one.pointer().contains("/0"))
          .filter(one -> !isSlot(operation, one))
          .forEach(
              one -> {
                var extra = new ArrayList<>(createdKey);
                extra.add(one);
                families.add(change(operation, required, extra, one.name()));
              });
    }
    return families;
  }

  /** Of bodies with many values only those at the top: who would say the others in a sentence? */
  private List<Parameter> optional(List<Parameter> parameters) {
    var optional =
        parameters.stream().filter(one -> !one.required()).filter(this::canBeDrawn).toList();
    return optional.size() <= MANY_VALUES
        ? optional
        : optional.stream().filter(WriteFamilies::lieAtTheTop).toList();
  }

  private static boolean lieAtTheTop(Parameter parameter) {
    return parameter.pointer().replaceFirst("/0$", "").lastIndexOf('/') == 0;
  }

  /** Whether the value is a field of an object in a list, as where things are put together. */
  private static boolean inThings(Parameter parameter) {
    return parameter.pointer().matches("/body/0/[^/]+");
  }

  /** What a creation should be called, where the software would make a name up. */
  private List<Parameter> createdKey(Operation operation, List<Parameter> optional) {
    return domain.kinds().stream()
        .filter(kind -> kind.noun().equals(domain.creates(operation.name())))
        .flatMap(kind -> optional.stream().filter(one -> one.name().equals(kind.list().key())))
        .toList();
  }

  private TaskFamily change(
      Operation operation, List<Parameter> required, List<Parameter> also, String variant) {
    var entities = new ArrayList<String>();
    var arguments = new LinkedHashMap<String, Filler>();
    var all = new ArrayList<>(required);
    all.addAll(also);
    for (Parameter parameter : all) {
      var slot = domain.slot(operation.name(), parameter.pointer());
      if (slot.isPresent()) {
        if (!inThings(parameter)
            || !also.contains(parameter)
            || parameter.equals(also.getFirst())) {
          entities.add(slot.get().noun());
        }
        arguments.put(parameter.pointer(), new OfEntity(entities.size() - 1, slot.get().field()));
      } else {
        arguments.put(parameter.pointer(), new Drawn());
      }
    }
    var name = operation.name() + (variant.isEmpty() ? "" : "(" + variant + ")");
    return new TaskFamily(name, 1, entities, List.of(new Change(operation.name(), arguments)));
  }

  /** A question for each field a person might ask for. */
  List<TaskFamily> questions(Predicate<Operation> allowed, Episode episode)
      throws InterruptedException {
    var families = new ArrayList<TaskFamily>();
    for (EntityKind kind : domain.kinds()) {
      var read = kind.readAll().call(List.of()).orElseThrow();
      if (!allowed.test(catalogue.find(read.operation()).orElseThrow())
          || !(episode.act(read) instanceof Outcome.Succeeded(int code, JsonNode body))) {
        continue;
      }
      var row = kind.rows(body).getFirst();
      var asked = fields(kind, row);
      asked.forEach(field -> families.add(question(kind, field, false)));
      if (!kind.itemRead().isEmpty()) {
        var step =
            new PlanStep(
                kind.itemRead(),
                java.util.Map.of(
                    kind.itemParameter(), new ValueSource.Constant(row.path(kind.list().id()))));
        if (episode.act(step.call(List.of()).orElseThrow())
            instanceof Outcome.Succeeded(int ok, JsonNode full)) {
          fields(kind, full).stream()
              .filter(field -> !asked.contains(field))
              .forEach(field -> families.add(question(kind, field, true)));
        }
      }
    }
    return families;
  }

  private static TaskFamily question(EntityKind kind, String field, boolean inFull) {
    Part part = new Question(0, field, inFull);
    return new TaskFamily(
        "ask_" + Words.phrase(kind.noun()).replace(' ', '_') + "(" + field + ")",
        1,
        List.of(kind.noun()),
        List.of(part));
  }

  /** What a person might ask for of an entity. */
  static Set<String> fields(EntityKind kind, JsonNode entity) {
    var fields = new LinkedHashSet<String>();
    entity
        .propertyStream()
        .filter(field -> field.getValue().isValueNode() && !field.getValue().isNull())
        .filter(field -> !Values.idName(field.getKey()))
        .filter(field -> !field.getKey().equals(kind.list().key()))
        .filter(field -> !Values.clockReading(field.getKey(), field.getValue()))
        .filter(field -> !Values.opaque(Values.text(field.getValue())))
        .forEach(field -> fields.add(field.getKey()));
    return fields;
  }

  private boolean isSlot(Operation operation, Parameter parameter) {
    return domain.slot(operation.name(), parameter.pointer()).isPresent();
  }

  private boolean canBeDrawn(Parameter parameter) {
    return (parameter.is("string") || parameter.isNumber() || parameter.is("boolean"))
        && !parameter.schema().path("readOnly").asBoolean(false);
  }

  private boolean succeeded(Operation operation) {
    return exploration.transitions().stream()
        .anyMatch(
            transition ->
                transition.call().operation().equals(operation.name())
                    && transition.outcome().succeeded());
  }
}
