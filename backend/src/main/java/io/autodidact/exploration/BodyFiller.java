package io.autodidact.exploration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tools.jackson.databind.node.ObjectNode;

/** Makes the body of a call after a {@link BodyPlan}. */
final class BodyFiller {
  private static final double RICH_SHARE = 0.35;

  private final Knowledge knowledge;
  private final RandomGenerator random;
  private final ValueGenerator generator;
  private final ObjectChoice objects;
  private final SchemaFiller values;

  BodyFiller(
      Knowledge knowledge, Situation situation, RandomGenerator random, ValueGenerator generator) {
    this.knowledge = knowledge;
    this.random = random;
    this.generator = generator;
    this.objects = new ObjectChoice(knowledge, situation);
    this.values = new SchemaFiller(knowledge, situation, random, generator);
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
      case MINIMAL -> Optional.of(values.make(signature, body.pointer(), schema, 0, 0));
      case RICH -> Optional.of(values.make(signature, body.pointer(), schema, RICH_SHARE, 0));
      case EMPTY ->
          schema.required().isEmpty() ? Optional.of(Made.empty(schema)) : Optional.empty();
      case CHANGE -> change(signature, schema, new Made(Made.emptyObject(), Map.of()));
      case SAME ->
          schema.isArray()
              ? objects
                  .fitting(signature, schema.items(), arguments, random)
                  .map(held -> Made.inList(Made.copyOf(held)))
              : objects
                  .current(signature, arguments)
                  .flatMap(held -> change(signature, schema, known(schema, Made.copyOf(held))));
      case COPY ->
          schema.isArray()
              ? copy(signature, schema.items()).map(Made::inList)
              : copy(signature, schema);
    };
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
                      name -> signature.isOwnId(name) || lessons.avoids(name));
              var value = (ObjectNode) made.value();
              var provenance = new LinkedHashMap<>(made.provenance());
              schema
                  .properties()
                  .forEach(
                      (name, property) -> {
                        var missing = schema.required().contains(name) && !value.has(name);
                        if (missing || (signature.isNaturalKey(name) && property.isScalar())) {
                          var fresh =
                              missing
                                  ? values.make(signature, Pointers.child("", name), property, 0, 1)
                                  : generator.make(name, signature.kind(), property);
                          value.set(name, fresh.value());
                          provenance.putAll(
                              Made.under(Pointers.child("", name), fresh.provenance()));
                        }
                      });
              return new Made(value, provenance);
            });
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
      var fresh = values.make(signature, at, property.getValue(), 0, 1);
      value.set(property.getKey(), fresh.value());
      provenance.keySet().removeIf(p -> p.startsWith(Pointers.child("", property.getKey())));
      provenance.putAll(Made.under(Pointers.child("", property.getKey()), fresh.provenance()));
    }
    return value.isEmpty() ? Optional.empty() : Optional.of(new Made(value, provenance));
  }
}
