package io.autodidact.exploration;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/** Chooses, for a body, among the whole objects that were seen. */
final class ObjectChoice {
  private static final double ALIKE = 0.7;

  private final Knowledge knowledge;
  private final Situation situation;

  ObjectChoice(Knowledge knowledge, Situation situation) {
    this.knowledge = knowledge;
    this.situation = situation;
  }

  /** The thing that the path parameters name, as it was last read. */
  Optional<Held> current(Signature signature, JsonNode arguments) {
    var path = signature.operation().path();
    Held best = null;
    for (var held : objects(signature.body().orElseThrow().schema())) {
      var producer = knowledge.signature(held.source().operation());
      var readHere =
          Signature.samePath(path, producer.operation().path())
              && sameParameters(signature, arguments, producer, held);
      var isNamed = !signature.path().isEmpty() && isNamed(held, innermost(signature, arguments));
      if ((readHere || isNamed) && (best == null || held.from().seq() >= best.from().seq())) {
        best = held;
      }
    }
    return Optional.ofNullable(best);
  }

  private static JsonNode innermost(Signature signature, JsonNode arguments) {
    return arguments.at(signature.path().getLast().pointer());
  }

  private static boolean isNamed(Held held, JsonNode value) {
    return held.value().properties().stream()
        .anyMatch(e -> e.getValue().equals(value) && ValuePool.isIdentifying(e.getKey()));
  }

  private static boolean sameParameters(
      Signature signature, JsonNode arguments, Signature producer, Held held) {
    for (int i = 0; i < Math.min(signature.path().size(), producer.path().size()); i++) {
      var here = arguments.at(signature.path().get(i).pointer());
      var there = held.from().call().arguments().at(producer.path().get(i).pointer());
      if (!here.equals(there)) {
        return false;
      }
    }
    return true;
  }

  /** An existing thing of that shape, to be referred to. */
  Optional<Held> like(Signature signature, JsonSchema schema, RandomGenerator random) {
    if (!schema.isObject()) {
      return Optional.empty();
    }
    var objects = objects(schema);
    return pick(nearest(signature, objects), random);
  }

  /**
   * As {@link #like}, but only such as were read under the same parameters where they share any.
   */
  Optional<Held> fitting(
      Signature signature, JsonSchema schema, JsonNode arguments, RandomGenerator random) {
    if (!schema.isObject()) {
      return Optional.empty();
    }
    var near = nearest(signature, objects(schema));
    var fitting =
        near.stream()
            .filter(
                held ->
                    sameParameters(
                        signature, arguments, knowledge.signature(held.source().operation()), held))
            .toList();
    return pick(fitting.isEmpty() ? near : fitting, random);
  }

  /** A thing of that shape, to be imitated. */
  Optional<Held> template(Signature signature, JsonSchema schema, RandomGenerator random) {
    return pick(objects(schema), random);
  }

  /**
   * Those read nearest to where they are to be used: under the same parameters, on the same path.
   */
  private List<Held> nearest(Signature signature, List<Held> objects) {
    var most = 0;
    var nearest = new ArrayList<Held>();
    for (var held : objects) {
      var producer = knowledge.signature(held.source().operation());
      var shared =
          Signature.sharedPrefix(signature.operation().path(), producer.operation().path());
      if (shared > most) {
        most = shared;
        nearest.clear();
      }
      if (shared == most) {
        nearest.add(held);
      }
    }
    return nearest;
  }

  /** The objects seen so far that have that schema's properties. */
  private List<Held> objects(JsonSchema schema) {
    var wanted = schema.properties().keySet();
    var found = new ArrayList<Held>();
    for (var source : situation.pool().sources()) {
      var values = situation.pool().from(source);
      if (!values.isEmpty() && isAlike(values.getFirst().value(), wanted)) {
        found.addAll(values);
      }
    }
    return found;
  }

  private static boolean isAlike(JsonNode value, Set<String> wanted) {
    if (!value.isObject() || value.size() < 2) {
      return false;
    }
    var shared = new HashSet<>(value.propertyNames());
    shared.retainAll(wanted);
    return shared.size() >= ALIKE * value.size();
  }

  private static Optional<Held> pick(List<Held> objects, RandomGenerator random) {
    return objects.isEmpty()
        ? Optional.empty()
        : Optional.of(objects.get(random.nextInt(objects.size())));
  }
}
