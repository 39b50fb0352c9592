package io.autodidact.task;

import io.autodidact.connector.Operation;
import io.autodidact.task.Draft.Actor;
import io.autodidact.task.TaskFamily.Change;
import io.autodidact.task.TaskFamily.Drawn;
import io.autodidact.task.TaskFamily.OfCreated;
import io.autodidact.task.TaskFamily.OfEntity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Puts one change into words: a clause that begins with a verb. */
final class ChangeClause {
  private static final String PREPOSITION = "from|to|into|for|in|at|by|of|on";
  /** What was named just before. */
  static final String IT = "it";

  private static final String UPDATE = "update|set|change|modify|edit|patch|put";

  /**
   * An entity or a value that the clause must name.
   *
   * @param phrase whether the text stands for itself, as "it" does
   */
  record Named(Parameter parameter, String noun, String text, boolean phrase) {
    Named(Parameter parameter, String noun, String text) {
      this(parameter, noun, text, false);
    }

    /** The value as it stands in the sentence; words of its own are quoted. */
    String said() {
      return text.matches(".*\\p{L}.* .*|.* .*\\p{L}.*") ? '"' + text + '"' : text;
    }

    String mention() {
      return phrase ? text : noun + " " + text;
    }

    /** A property of it, as in "the price of item Lamp". */
    String owns(String property) {
      return text.equals(IT) ? "its " + property : "the " + property + " of " + mention();
    }
  }

  private final Operation operation;
  private final Domain domain;
  private final List<Named> entities = new ArrayList<>();
  private final List<Named> values = new ArrayList<>();

  /**
   * @param phrases what to call an entity of the draft instead of its name, by its number
   */
  ChangeClause(
      Operation operation, Domain domain, Draft draft, int part, Map<Integer, String> phrases) {
    this.operation = operation;
    this.domain = domain;
    var change = (Change) draft.family().parts().get(part);
    var actors = new HashSet<Integer>();
    for (Parameter parameter : Parameter.of(operation)) {
      switch (change.arguments().get(parameter.pointer())) {
        case OfEntity(int entity, String field) when actors.add(entity) -> {
          Actor actor = draft.actors().get(entity);
          var phrase =
              Optional.ofNullable(phrases.get(entity))
                  .or(() -> Optional.of(actor).filter(a -> a.kind().isKeyless()).map(Describe::words));
          entities.add(
              new Named(
                  parameter,
                  actor.kind().noun(),
                  phrase.orElseGet(actor::key),
                  phrase.isPresent()));
        }
        case OfEntity again -> {}
        case OfCreated created -> entities.add(new Named(parameter, created(draft, created), IT, true));
        case Drawn drawn ->
            values.add(
                new Named(parameter, "", Values.text(draft.value(part, parameter.pointer()))));
        case null -> {}
      }
    }
  }

  private String created(Draft draft, OfCreated created) {
    return draft.family().parts().get(created.part()) instanceof Change earlier
        ? domain.creates(earlier.operation())
        : "";
  }

  String say(RandomGenerator random) {
    var verb = Words.of(operation.name()).getFirst();
    if (verb.matches(UPDATE) && !entities.isEmpty() && !values.isEmpty()) {
      return update(random);
    }
    var creates = domain.creates(operation.name());
    if (!creates.isEmpty() && values.stream().anyMatch(value -> isKey(value, creates))) {
      return create(verb, creates);
    }
    return new SummaryClause(operation.summary(), entities, values, random.nextInt(3) > 0)
        .say()
        .orElseGet(() -> plain(verb));
  }

  private String update(RandomGenerator random) {
    var owner = entities.getFirst();
    var who = owner.mention();
    var value = values.getFirst();
    var property = Words.property(value.parameter().name());
    if (value.parameter().is("boolean")) {
      return "mark " + who + " as " + state(value);
    }
    var rest =
        entities.subList(1, entities.size()).stream()
            .map(ChangeClause::placed)
            .collect(Collectors.joining());
    return switch (random.nextInt(3)) {
          case 0 -> "set " + owner.owns(property) + " to " + value.said();
          case 1 -> "change " + owner.owns(property) + " to " + value.said();
          default -> "give " + who + " the " + property + " " + value.said();
        }
        + rest
        + with(values.subList(1, values.size()));
  }

  private boolean isKey(Named value, String noun) {
    return domain
        .kind(noun)
        .filter(kind -> kind.list().key().equals(value.parameter().name()))
        .isPresent();
  }

  private String create(String verb, String noun) {
    var key = values.stream().filter(value -> isKey(value, noun)).findFirst().orElseThrow();
    var others = values.stream().filter(value -> !value.equals(key)).toList();
    return (verb.matches("create|add|register") ? verb : "create")
        + " "
        + noun
        + " "
        + key.text()
        + entities.stream().map(ChangeClause::placed).collect(Collectors.joining())
        + with(others);
  }

  private String plain(String verb) {
    var words = Words.of(operation.name());
    var object = String.join(" ", words.subList(1, words.size()));
    var main =
        entities.stream()
            .filter(
                one ->
                    object.isEmpty()
                        || one.noun().equals(object)
                        || one.noun().endsWith(" " + object))
            .findFirst();
    var rest =
        entities.stream()
            .filter(one -> main.isEmpty() || !one.equals(main.get()))
            .map(ChangeClause::placed)
            .collect(Collectors.joining());
    var subject = main.map(Named::mention).orElse(object.isEmpty() ? "" : Words.article(object));
    return verb + " " + subject + rest + with(values);
  }

  /** The entity with the preposition that its parameter suggests. */
  static String placed(Named entity) {
    return " " + preposition(entity.parameter()) + " " + entity.mention();
  }

  static String preposition(Parameter parameter) {
    var first = Words.of(parameter.name()).getFirst();
    var last = parameter.description().replaceAll("[.\\s]+$", "").replaceAll(".* ", "");
    if (first.matches(PREPOSITION)) {
      return first;
    }
    if (parameter.description().contains("belongs to")) {
      return "in";
    }
    return last.matches(PREPOSITION) ? last : "for";
  }

  /** {@code with price 12 and reorder level 5 that is not discontinued}. */
  static String with(List<Named> values) {
    var said =
        values.stream()
            .filter(value -> !value.parameter().is("boolean"))
            .map(value -> Words.property(value.parameter().name()) + " " + value.said())
            .toList();
    var states =
        values.stream()
            .filter(value -> value.parameter().is("boolean"))
            .map(ChangeClause::state)
            .toList();
    return listed(" with ", said) + listed(" that is ", states);
  }

  /** A property that holds or does not. */
  private static String state(Named value) {
    return (value.text().equals("true") ? "" : "not ") + Words.property(value.parameter().name());
  }

  private static String listed(String introduction, List<String> said) {
    return switch (said.size()) {
      case 0 -> "";
      case 1 -> introduction + said.getFirst();
      default ->
          introduction
              + String.join(", ", said.subList(0, said.size() - 1))
              + " and "
              + said.getLast();
    };
  }
}
