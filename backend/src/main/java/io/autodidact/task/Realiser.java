package io.autodidact.task;

import io.autodidact.connector.Catalogue;
import io.autodidact.connector.Operation;
import io.autodidact.task.Draft.Actor;
import io.autodidact.task.TaskFamily.Change;
import io.autodidact.task.TaskFamily.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Says in plain English what a draft asks for; the seed chooses among phrasings. */
final class Realiser {
  private final Catalogue catalogue;
  private final Domain domain;

  Realiser(Catalogue catalogue, Domain domain) {
    this.catalogue = catalogue;
    this.domain = domain;
  }

  String request(Draft draft, RandomGenerator random) {
    return switch (draft.framing()) {
      case Framing.Plain _ -> plain(draft, random);
      case Framing.OfEach each -> ofEach(draft, each, random);
      case Framing.OnlyIf(Condition condition, Draft consequence) ->
          onlyIf(condition, consequence, random);
    };
  }

  private String ofEach(Draft draft, Framing.OfEach each, RandomGenerator random) {
    var first = draft.actors().indexOf(each.members().getFirst());
    var every = random.nextBoolean() ? "every " : "each ";
    var phrase = every + each.inCommon().selection().noun() + " " + each.inCommon().say();
    return joined(List.of(change(draft, 0, Map.of(first, phrase), random)));
  }

  private String onlyIf(Condition condition, Draft consequence, RandomGenerator random) {
    var it = Map.of(consequence.actors().indexOf(condition.actor()), ChangeClause.IT);
    return "If %s, %s; otherwise change nothing and %s."
        .formatted(condition.say(), change(consequence, 0, it, random), condition.ask());
  }

  private String plain(Draft draft, RandomGenerator random) {
    var clauses = new ArrayList<String>();
    for (int part = 0; part < draft.family().parts().size(); part++) {
      clauses.add(
          switch (draft.family().parts().get(part)) {
            case Change _ -> change(draft, part, Map.of(), random);
            case Question question ->
                Questions.ask(draft.actors().get(question.entity()), question.field(), random);
          });
    }
    return joined(clauses);
  }

  private static String joined(List<String> clauses) {
    var text = new StringBuilder(Words.capital(clauses.getFirst()));
    for (int i = 1; i < clauses.size(); i++) {
      var clause = clauses.get(i);
      if (clause.endsWith("?") || text.toString().endsWith("?")) {
        text.append(text.toString().endsWith("?") ? " " : ". ").append(Words.capital(clause));
      } else {
        text.append(i == clauses.size() - 1 ? ", and " : ", ").append(clause);
      }
    }
    return text.toString().endsWith("?") ? text.toString() : text + ".";
  }

  private String change(
      Draft draft, int part, Map<Integer, String> phrases, RandomGenerator random) {
    var change = (Change) draft.family().parts().get(part);
    Operation operation = catalogue.find(change.operation()).orElseThrow();
    return new ChangeClause(operation, domain, draft, part, phrases).say(random);
  }

  /** An entity as people name it, or describe it where it has no name. */
  static String mention(Actor actor) {
    return actor.kind().isKeyless()
        ? Describe.words(actor)
        : actor.kind().noun() + " " + actor.key();
  }
}
