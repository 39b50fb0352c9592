package io.autodidact.task;

import io.autodidact.connector.Catalogue;
import io.autodidact.connector.Episode;
import io.autodidact.connector.Outcome;
import io.autodidact.exploration.Exploration;
import io.autodidact.task.Draft.Actor;
import io.autodidact.task.TaskFamily.Change;
import io.autodidact.task.TaskFamily.Drawn;
import io.autodidact.task.TaskFamily.OfEntity;
import io.autodidact.task.TaskFamily.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Fills a family with entities that an episode has and values that are new to it. */
final class DrawDraft {
  private final Catalogue catalogue;
  private final Domain domain;
  private final Exploration exploration;
  private final Episode episode;
  private final RandomGenerator random;
  private final Map<String, List<JsonNode>> rows = new HashMap<>();

  DrawDraft(
      Catalogue catalogue,
      Domain domain,
      Exploration exploration,
      Episode episode,
      RandomGenerator random) {
    this.catalogue = catalogue;
    this.domain = domain;
    this.exploration = exploration;
    this.episode = episode;
    this.random = random;
  }

  /** Empty if the episode has not enough entities with a key of their own. */
  Optional<Draft> draw(TaskFamily family) throws InterruptedException {
    var actors = new ArrayList<Actor>();
    for (String noun : family.entities()) {
      var actor = actor(domain.kind(noun).orElseThrow(), actors);
      if (actor.isEmpty()) {
        return Optional.empty();
      }
      actors.add(actor.get());
    }
    var maker = new ValueMaker(random);
    var values = new ArrayList<Map<String, JsonNode>>();
    for (Part part : family.parts()) {
      values.add(part instanceof Change change ? values(change, actors, maker) : Map.of());
    }
    return Optional.of(new Draft(family, actors, values));
  }

  private Optional<Actor> actor(EntityKind kind, List<Actor> taken) throws InterruptedException {
    var all = rows(kind);
    var free =
        all.stream()
            .filter(
                row -> all.stream().filter(one -> kind.key(one).equals(kind.key(row))).count() == 1)
            .filter(row -> taken.stream().noneMatch(actor -> actor.row().equals(row)))
            .toList();
    if (free.isEmpty()) {
      return Optional.empty();
    }
    var row = free.get(random.nextInt(free.size()));
    return Optional.of(new Actor(kind, row, full(kind, row)));
  }

  private List<JsonNode> rows(EntityKind kind) throws InterruptedException {
    var known = rows.get(kind.noun());
    if (known == null) {
      known = kind.rows(read(kind.readAll()));
      rows.put(kind.noun(), known);
    }
    return known;
  }

  private JsonNode full(EntityKind kind, JsonNode row) throws InterruptedException {
    if (kind.itemRead().isEmpty()) {
      return row;
    }
    var id = new ValueSource.Constant(row.path(kind.list().id()));
    var full = read(new PlanStep(kind.itemRead(), Map.of(kind.itemParameter(), id)));
    return full.isObject() ? full : row;
  }

  private JsonNode read(PlanStep step) throws InterruptedException {
    return episode.act(step.call(List.of()).orElseThrow())
            instanceof Outcome.Succeeded(int code, JsonNode body)
        ? body
        : MissingNode.getInstance();
  }

  private Map<String, JsonNode> values(Change change, List<Actor> actors, ValueMaker maker)
      throws InterruptedException {
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
          rows(kind.get()).forEach(row -> examples.add(row.path(parameter.name())));
        }
        var current =
            created.isPresent()
                ? MissingNode.getInstance()
                : subject
                    .map(actor -> actor.full().path(parameter.name()))
                    .orElse(MissingNode.getInstance());
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
