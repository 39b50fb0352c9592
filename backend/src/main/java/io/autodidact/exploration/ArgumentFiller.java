package io.autodidact.exploration;

import io.autodidact.connector.Call;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Fills the arguments of a call: from bound variables, from values seen in this episode (those of
 * one object stay together), from what the description says, or from generators.
 */
final class ArgumentFiller {
  private static final double OPTIONAL_SHARE = 0.25;

  private final Knowledge knowledge;
  private final Situation situation;
  private final RandomGenerator random;
  private final ValueGenerator generator;
  private final ValueChoice choice;

  ArgumentFiller(Knowledge knowledge, Situation situation, RandomGenerator random) {
    this.knowledge = knowledge;
    this.situation = situation;
    this.random = random;
    this.generator = new ValueGenerator(random);
    this.choice = new ValueChoice(knowledge, situation);
  }

  Filled fill(Signature signature) {
    var arguments = JsonNodeFactory.instance.objectNode();
    var provenance = new LinkedHashMap<String, Provenance>();
    if (signature.takesThings()) {
      inheritFromThing(signature, arguments, provenance);
    }
    for (var slot : signature.path().reversed()) {
      if (!arguments.has(slot.name())) {
        put(arguments, provenance, slot, path(signature, slot, arguments, provenance));
      }
    }
    for (var slot : signature.others()) {
      if (wanted(signature, slot)) {
        put(arguments, provenance, slot, parameter(signature, slot));
      }
    }
    var plan = fillBody(signature, arguments, provenance);
    return new Filled(new Call(signature.name(), arguments), provenance, plan);
  }

  private static void put(
      ObjectNode arguments, Map<String, Provenance> provenance, Slot slot, Made made) {
    arguments.set(slot.name(), made.value());
    made.provenance().forEach((pointer, from) -> provenance.put(slot.pointer() + pointer, from));
  }

  private boolean wanted(Signature signature, Slot slot) {
    var schema = new JsonSchema(signature.operation().arguments());
    var lessons = knowledge.lessons(signature);
    if (schema.required().contains(slot.name()) || lessons.requires(slot.name())) {
      return true;
    }
    return knowledge.history(signature.name()).reached()
        && !lessons.avoids(slot.name())
        && random.nextDouble() < OPTIONAL_SHARE;
  }

  private Made path(
      Signature signature, Slot slot, ObjectNode arguments, Map<String, Provenance> provenance) {
    var held = choice.choose(slot, signature.operation().effect(), random);
    if (held.isEmpty()) {
      return parameter(signature, slot);
    }
    inherit(signature, slot.collection().size(), held.get(), arguments, provenance);
    return Made.scalar(asDeclared(slot, held.get().value()), held.get().provenance());
  }

  private static JsonNode asDeclared(Slot slot, JsonNode value) {
    return slot.schema().type().equals("string") && !value.isString()
        ? JsonNodeFactory.instance.stringNode(value.asString())
        : value;
  }

  /** Things that are put together go where others of their kind were read. */
  private void inheritFromThing(
      Signature signature, ObjectNode arguments, Map<String, Provenance> provenance) {
    var schema = signature.body().orElseThrow().schema().items();
    new ObjectChoice(knowledge, situation)
        .like(signature, schema, random)
        .ifPresent(
            held ->
                inherit(
                    signature, signature.operation().path().size(), held, arguments, provenance));
  }

  /** The outer parameters of the call that gave a value are those of the thing it belongs to. */
  private void inherit(
      Signature signature,
      int below,
      Held held,
      ObjectNode arguments,
      Map<String, Provenance> provenance) {
    var producer = knowledge.signature(held.source().operation());
    var here = signature.operation().path();
    var there = producer.operation().path();
    var shared = Math.min(Signature.sharedPrefix(here, there), below);
    for (var outer : signature.path()) {
      var at = outer.collection().size();
      if (at < shared && outer.inPath() && !arguments.has(outer.name())) {
        var name = there.get(at).replaceAll("[{}]", "");
        var value = held.from().call().arguments().get(name);
        var origin = held.from().provenance().get(Pointers.child("", name));
        if (value != null && origin != null) {
          put(arguments, provenance, outer, Made.scalar(value, origin));
        }
      }
    }
  }

  private Made parameter(Signature signature, Slot slot) {
    var bound = situation.variables().get(slot.name());
    if (bound != null && bound.isValueNode()) {
      return Made.scalar(bound, new Provenance.Bound(slot.name()));
    }
    var schema = slot.schema();
    if (!schema.isScalar()) {
      return new SchemaFiller(knowledge, situation, random, generator)
          .make(signature, slot.pointer(), schema, 0, 1);
    }
    if (schema.documented(0).isEmpty() && !schema.type().equals("boolean")) {
      var held = choice.choose(slot, signature.operation().effect(), random);
      if (held.isPresent()) {
        return Made.scalar(asDeclared(slot, held.get().value()), held.get().provenance());
      }
    }
    return generator.make(slot.name(), slot.reference().kind(), schema);
  }

  private Optional<BodyPlan> fillBody(
      Signature signature, ObjectNode arguments, Map<String, Provenance> provenance) {
    if (signature.body().isEmpty()) {
      return Optional.empty();
    }
    var body = signature.body().get();
    var filler = new BodyFiller(knowledge, situation, random, generator);
    for (var plan : filler.plans(signature)) {
      var made = filler.fill(signature, plan, arguments);
      if (made.isPresent()) {
        merge(arguments, body, made.get(), provenance);
        if (!situation.wasRefused(signature.name(), arguments)) {
          return Optional.of(plan);
        }
      }
    }
    return Optional.empty();
  }

  private static void merge(
      ObjectNode arguments, Signature.Body body, Made made, Map<String, Provenance> provenance) {
    if (body.pointer().isEmpty()) {
      arguments.remove(List.copyOf(body.schema().properties().keySet()));
      made.value().properties().forEach(e -> arguments.set(e.getKey(), e.getValue()));
    } else {
      arguments.set(Pointers.name(body.pointer()), made.value());
    }
    var within = body.pointer();
    provenance.keySet().removeIf(pointer -> !arguments.at(pointer).isValueNode());
    made.provenance().forEach((pointer, from) -> provenance.put(within + pointer, from));
  }
}
