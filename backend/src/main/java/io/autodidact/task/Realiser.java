package io.autodidact.task;

import io.autodidact.connector.Catalogue;
import io.autodidact.connector.Operation;
import io.autodidact.task.Draft.Actor;
import io.autodidact.task.TaskFamily.Change;
import io.autodidact.task.TaskFamily.Question;
import java.util.ArrayList;
import java.util.List;
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
    var clauses = new ArrayList<String>();
    for (int part = 0; part < draft.family().parts().size(); part++) {
      clauses.add(
          switch (draft.family().parts().get(part)) {
            case Change change -> change(draft, part, change, random);
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

  private String change(Draft draft, int part, Change change, RandomGenerator random) {
    Operation operation = catalogue.find(change.operation()).orElseThrow();
    return new ChangeClause(operation, domain, draft, part, change).say(random);
  }

  /** An entity as people name it. */
  static String mention(Actor actor) {
    return actor.kind().noun() + " " + actor.key();
  }
}
