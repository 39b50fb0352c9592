package io.autodidact.task;

import io.autodidact.connector.Catalogue;
import io.autodidact.connector.Episode;
import io.autodidact.exploration.Exploration;
import io.autodidact.task.Draft.Actor;
import io.autodidact.task.TaskFamily.Change;
import io.autodidact.task.TaskFamily.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/** Fills a family with entities that an episode has and values that are new to it. */
final class DrawDraft {
  private final Catalogue catalogue;
  private final Domain domain;
  private final Exploration exploration;
  private final EntitiesHere entities;
  private final RandomGenerator random;

  DrawDraft(
      Catalogue catalogue,
      Domain domain,
      Exploration exploration,
      Episode episode,
      RandomGenerator random) {
    this.catalogue = catalogue;
    this.domain = domain;
    this.exploration = exploration;
    this.entities = new EntitiesHere(domain, episode);
    this.random = random;
  }

  /** Empty if the episode has not enough entities with a key of their own. */
  Optional<Draft> draw(TaskFamily family) throws InterruptedException {
    var values =
        new DrawValues(catalogue, domain, exploration, entities, new ValueMaker(random));
    return switch (family.frame()) {
      case Frame.Plain _ -> plain(family, values);
      case Frame.ForEach each ->
          new DrawForEach(entities, values, random).draw(family, each);
      case Frame.OnlyIf onlyIf -> {
        var consequence = plain(family, values);
        yield consequence.isEmpty()
            ? Optional.empty()
            : new DrawCondition(entities, random).draw(consequence.get(), onlyIf);
      }
    };
  }

  private Optional<Draft> plain(TaskFamily family, DrawValues drawing)
      throws InterruptedException {
    var actors = new ArrayList<Actor>();
    for (String noun : family.entities()) {
      var actor = entities.another(entities.kind(noun), actors, random);
      if (actor.isEmpty()) {
        return Optional.empty();
      }
      actors.add(actor.get());
    }
    List<Map<String, JsonNode>> values = new ArrayList<>();
    for (Part part : family.parts()) {
      values.add(part instanceof Change change ? drawing.of(change, actors) : Map.of());
    }
    return Optional.of(new Draft(family, actors, values));
  }
}
