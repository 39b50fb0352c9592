package io.autodidact.task;

import io.autodidact.connector.Catalogue;
import io.autodidact.exploration.Exploration;
import io.autodidact.task.Draft.Actor;
import io.autodidact.task.TaskFamily.Change;
import io.autodidact.task.TaskFamily.Drawn;
import io.autodidact.task.TaskFamily.OfEntity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Draws the values a change states: like those that are there, but other ones. */
final class DrawValues {
  private final Catalogue catalogue;
  private final Domain domain;
  private final Exploration exploration;
  private final EntitiesHere entities;
  private final ValueMaker maker;

  DrawValues(
      Catalogue catalogue,
      Domain domain,
      Exploration exploration,
      EntitiesHere entities,
      ValueMaker maker) {
    this.catalogue = catalogue;
    this.domain = domain;
    this.exploration = exploration;
    this.entities = entities;
    this.maker = maker;
  }

  /** By JSON Pointer. */
  Map<String, JsonNode> of(Change change, List<Actor> actors) throws InterruptedException {
    var operation = catalogue.find(change.operation()).orElseThrow();
    var subject =
        change.arguments().values().stream()
            .filter(OfEntity.class::isInstance)
            .map(filler -> actors.get(((OfEntity) filler).entity()))
            .findFirst();
    var noun = subject.map(actor -> actor.kind().noun()).orElse(Words.phrase(operation.name()));
    var created = domain.kind(domain.creates(change.operation()));
    var values = new LinkedHashMap<String, JsonNode>();
    for (Parameter parameter : Parameter.of(operation)) {
      if (change.arguments().get(parameter.pointer()) instanceof Drawn) {
        var examples = new ArrayList<>(examples(change.operation(), parameter));
        var kind = created.or(() -> subject.map(Actor::kind));
        if (kind.isPresent()) {
          entities.rows(kind.get()).forEach(row -> examples.add(row.path(parameter.name())));
        }
        var current = created.isPresent() ? MissingNode.getInstance() : current(subject, parameter);
        if (!current.isMissingNode()) {
          examples.add(current);
        }
        values.put(
            parameter.pointer(),
            maker.make(parameter, created.map(EntityKind::noun).orElse(noun), current, examples));
      }
    }
    return values;
  }

  private static JsonNode current(Optional<Actor> subject, Parameter parameter) {
    return subject
        .map(actor -> actor.full().path(parameter.name()))
        .orElse(MissingNode.getInstance());
  }

  /** Values that worked while exploring, if they are small: a stock of a million is no example. */
  private List<JsonNode> examples(String operation, Parameter parameter) {
    return exploration.transitions().stream()
        .filter(one -> one.call().operation().equals(operation) && one.outcome().succeeded())
        .map(one -> one.call().arguments().at(parameter.pointer()))
        .filter(value -> value.isNumber() && value.asDouble() > 0 && value.asDouble() <= 100)
        .limit(20)
        .toList();
  }
}
