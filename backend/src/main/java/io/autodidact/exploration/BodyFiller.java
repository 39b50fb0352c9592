package io.autodidact.exploration;

import io.autodidact.connector.Effect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes the body of a call after a {@link BodyPlan}. */
final class BodyFiller {
  private static final double RICH_SHARE = 0.35;
  private static final int MAX_DEPTH = 3;

  private final Knowledge knowledge;
  private final Situation situation;
  private final RandomGenerator random;
  private final ValueGenerator generator;
  private final ObjectChoice objects;

  BodyFiller(
      Knowledge knowledge, Situation situation, RandomGenerator random, ValueGenerator generator) {
    this.knowledge = knowledge;
    this.situation = situation;
    this.random = random;
    this.generator = generator;
    this.objects = new ObjectChoice(knowledge, situation);
  }

  /** All plans, the most promising first. */
  List<BodyPlan> plans(Signature signature) {
    var lessons = knowledge.lessons(signature);
    var weights = new LinkedHashMap<BodyPlan, Double>();
    priors(signature)
        .forEach(
            (plan, prior) ->
                weights.put(plan, lessons.confidence(plan, prior) + 0.1 * random.nextDouble()));
    return weights.entrySet().stream()
        .sorted(Map.Entry.<BodyPlan, Double>comparingByValue(Comparator.reverseOrder()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private Map<BodyPlan, Double> priors(Signature signature) {
    var schema = signature.body().orElseThrow().schema();
    if (schema.isArray()) {
      return Map.of(
          BodyPlan.SAME, 0.8, BodyPlan.MINIMAL, 0.6, BodyPlan.COPY, 0.5, BodyPlan.EMPTY, 0.3);
    }
    if (schema.isMap()) {
      return Map.of(
          BodyPlan.MINIMAL, 0.7, BodyPlan.EMPTY, 0.5, BodyPlan.SAME, 0.6, BodyPlan.COPY, 0.3);
    }
    if (schema.isScalar()) {
      return Map.of(BodyPlan.MINIMAL, 1.0);
    }
    return knowledge.isUpdate(signature)
        ? Map.of(
            BodyPlan.SAME,
            0.85,
            BodyPlan.CHANGE,
            0.7,
            BodyPlan.MINIMAL,
            0.5,
            BodyPlan.RICH,
            0.3,
            BodyPlan.EMPTY,
            0.2)
        : Map.of(
            BodyPlan.MINIMAL, 0.8, BodyPlan.RICH, 0.55, BodyPlan.COPY, 0.6, BodyPlan.EMPTY, 0.25);
  }

  /**
   * @param arguments the path parameters chosen so far
   * @return empty if nothing is at hand for this plan
   */
  Optional<Made> fill(Signature signature, BodyPlan plan, ObjectNode arguments) {
    var body = signature.body().orElseThrow();
    var schema = body.schema();
    return switch (plan) {
      case MINIMAL -> Optional.of(make(signature, body.pointer(), schema, 0, 0));
      case RICH -> Optional.of(make(signature, body.pointer(), schema, RICH_SHARE, 0));
      case EMPTY -> schema.required().isEmpty() ? Optional.of(empty(schema)) : Optional.empty();
      case CHANGE -> change(signature, schema, new Made(emptyObject(), Map.of()));
      case SAME ->
          schema.isArray()
              ? objects.like(signature, schema.items(), random).map(BodyFiller::inList)
              : objects
                  .current(signature, arguments)
                  .flatMap(held -> change(signature, schema, known(schema, Made.copyOf(held))));
      case COPY ->
          schema.isArray()
              ? copy(signature, schema.items()).map(BodyFiller::inList)
              : copy(signature, schema);
    };
  }

  private static ObjectNode emptyObject() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static Made empty(JsonSchema schema) {
    return new Made(
        schema.isArray() ? JsonNodeFactory.instance.arrayNode() : emptyObject(), Map.of());
  }

  private static Made inList(Made made) {
    var list = JsonNodeFactory.instance.arrayNode().add(made.value());
    return new Made(list, under("/0", made.provenance()));
  }

  private static Map<String, Provenance> under(String pointer, Map<String, Provenance> provenance) {
    var moved = new LinkedHashMap<String, Provenance>();
    provenance.forEach((at, from) -> moved.put(pointer + at, from));
    return moved;
  }

  /** Only what the description knows. */
  private static Made known(JsonSchema schema, Made made) {
    return schema.isMap() ? made : without(made, name -> !schema.properties().containsKey(name));
  }

  private static Made without(Made made, java.util.function.Predicate<String> unwanted) {
    var value = (ObjectNode) made.value();
    value.remove(value.propertyNames().stream().filter(unwanted).toList());
    var provenance = new LinkedHashMap<>(made.provenance());
    provenance.keySet().removeIf(pointer -> value.at(pointer).isMissingNode());
    return new Made(value, provenance);
  }

  /** A thing of that shape under new names, without the ids of the old. */
  private Optional<Made> copy(Signature signature, JsonSchema schema) {
    return objects
        .template(signature, schema, random)
        .map(
            held -> {
              var lessons = knowledge.lessons(signature);
              var made =
                  without(
                      known(schema, Made.copyOf(held)),
                      name -> isOwnId(signature, name) || lessons.avoids(name));
              var value = (ObjectNode) made.value();
              var provenance = new LinkedHashMap<>(made.provenance());
              schema
                  .properties()
                  .forEach(
                      (name, property) -> {
                        var missing = schema.required().contains(name) && !value.has(name);
                        if (missing || (isNaturalKey(signature, name) && property.isScalar())) {
                          var fresh =
                              missing
                                  ? make(signature, Pointers.child("", name), property, 0, 1)
                                  : generator.make(name, signature.kind(), property);
                          value.set(name, fresh.value());
                          provenance.putAll(under(Pointers.child("", name), fresh.provenance()));
                        }
                      });
              return new Made(value, provenance);
            });
  }

  private static boolean isOwnId(Signature signature, String name) {
    var reference = Reference.of(name);
    return reference.isId() && reference.kind().isEmpty();
  }

  /** {@code name} and the like, and {@code clientId} where clients are made. */
  private static boolean isNaturalKey(Signature signature, String name) {
    var reference = Reference.of(name);
    if (reference.isNaturalKey() && reference.kind().isEmpty()) {
      return true;
    }
    return (reference.isId() || reference.isNaturalKey())
        && reference.kind().equals(signature.kind());
  }

  /** Sets one property to something new. */
  private Optional<Made> change(Signature signature, JsonSchema schema, Made made) {
    var lessons = knowledge.lessons(signature);
    var simple = new ArrayList<Map.Entry<String, JsonSchema>>();
    schema.properties().entrySet().stream()
        .filter(e -> e.getValue().isScalar() && !e.getValue().readOnly())
        .filter(e -> !e.getValue().deprecated() && !lessons.avoids(e.getKey()))
        .filter(e -> Reference.of(e.getKey()).field().isEmpty() || made.value().isEmpty())
        .filter(e -> !Reference.of(e.getKey()).isId())
        .forEach(simple::add);
    var value = (ObjectNode) made.value();
    var provenance = new LinkedHashMap<>(made.provenance());
    var chosen = new ArrayList<Map.Entry<String, JsonSchema>>();
    if (!simple.isEmpty()) {
      chosen.add(simple.get(random.nextInt(simple.size())));
    }
    schema.properties().entrySet().stream()
        .filter(e -> lessons.requires(e.getKey()) || schema.required().contains(e.getKey()))
        .filter(e -> !value.has(e.getKey()))
        .forEach(chosen::add);
    for (var property : chosen) {
      var at = Pointers.child(signature.body().orElseThrow().pointer(), property.getKey());
      var fresh = make(signature, at, property.getValue(), 0, 1);
      value.set(property.getKey(), fresh.value());
      provenance.keySet().removeIf(p -> p.startsWith(Pointers.child("", property.getKey())));
      provenance.putAll(under(Pointers.child("", property.getKey()), fresh.provenance()));
    }
    return value.isEmpty() ? Optional.empty() : Optional.of(new Made(value, provenance));
  }

  /** A value for a parameter that is not a scalar. */
  Made any(Signature signature, String pointer, JsonSchema schema) {
    return make(signature, pointer, schema, 0, 1);
  }

  private Made make(
      Signature signature, String pointer, JsonSchema schema, double share, int depth) {
    if (schema.isScalar() || depth > MAX_DEPTH) {
      return leaf(signature, pointer, nameOf(pointer), schema);
    }
    if (schema.isArray()) {
      var like =
          schema.items().isObject() && random.nextBoolean()
              ? objects.like(signature, schema.items(), random)
              : Optional.<Made>empty();
      return inList(
          like.orElseGet(() -> make(signature, pointer + "/*", schema.items(), share, depth + 1)));
    }
    return object(signature, pointer, schema, share, depth);
  }

  private static String nameOf(String pointer) {
    var last = Pointers.name(pointer);
    return last.equals("*") ? Pointers.name(Pointers.parent(pointer)) : last;
  }

  private Made object(
      Signature signature, String pointer, JsonSchema schema, double share, int depth) {
    var value = emptyObject();
    var provenance = new LinkedHashMap<String, Provenance>();
    schema
        .properties()
        .forEach(
            (name, property) -> {
              if (includes(signature, schema, name, property, depth == 0 ? share : share / 4)) {
                var made =
                    make(signature, Pointers.child(pointer, name), property, share / 2, depth + 1);
                value.set(name, made.value());
                provenance.putAll(under(Pointers.child("", name), made.provenance()));
              }
            });
    if (schema.isMap()) {
      mapEntries(signature, pointer, schema, value, provenance);
    }
    return new Made(value, provenance);
  }

  private void mapEntries(
      Signature signature,
      String pointer,
      JsonSchema schema,
      ObjectNode value,
      Map<String, Provenance> provenance) {
    var key = "key-" + random.nextInt(1000);
    var made = make(signature, Pointers.child(pointer, key), schema.values(), 0, MAX_DEPTH);
    value.set(key, made.value());
    provenance.putAll(under(Pointers.child("", key), made.provenance()));
  }

  private boolean includes(
      Signature signature, JsonSchema schema, String name, JsonSchema property, double share) {
    var lessons = knowledge.lessons(signature);
    if (schema.required().contains(name) || lessons.requires(name)) {
      return true;
    }
    if (property.readOnly() || property.deprecated() || lessons.avoids(name)) {
      return false;
    }
    if (isOwnId(signature, name)) {
      return false;
    }
    return (isNaturalKey(signature, name) && property.isScalar())
        || random.nextDouble() < (property.isScalar() ? share : share / 3);
  }

  private Made leaf(Signature signature, String pointer, String name, JsonSchema schema) {
    if (!schema.isScalar()) {
      return empty(schema);
    }
    if (schema.documented(0).isEmpty() && !isNaturalKey(signature, name)) {
      var slot = knowledge.slot(signature, pointer);
      var held =
          slot.flatMap(s -> new ValueChoice(knowledge, situation).choose(s, Effect.READ, random));
      if (held.isPresent()) {
        return Made.scalar(held.get().value(), held.get().provenance());
      }
    }
    return generator.make(name, signature.kind(), schema);
  }
}
