package io.autodidact.exploration;

import io.autodidact.connector.Effect;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes a value of a schema: what must be there, what tells it apart, and a share of the rest. */
final class SchemaFiller {
  private static final int MAX_DEPTH = 3;

  private final Knowledge knowledge;
  private final RandomGenerator random;
  private final ValueGenerator generator;
  private final ValueChoice choice;
  private final ObjectChoice objects;

  SchemaFiller(
      Knowledge knowledge, Situation situation, RandomGenerator random, ValueGenerator generator) {
    this.knowledge = knowledge;
    this.random = random;
    this.generator = generator;
    this.choice = new ValueChoice(knowledge, situation);
    this.objects = new ObjectChoice(knowledge, situation);
  }

  /**
   * @param pointer where in the arguments the value goes
   * @param share how likely each property that may be left out is put in, in 0..1
   * @param depth of nesting so far
   */
  Made make(Signature signature, String pointer, JsonSchema schema, double share, int depth) {
    if (schema.isScalar() || depth > MAX_DEPTH) {
      return leaf(signature, pointer, nameOf(pointer), schema);
    }
    if (schema.isArray()) {
      var like =
          schema.items().isObject() && random.nextBoolean()
              ? objects.like(signature, schema.items(), random).map(Made::copyOf)
              : Optional.<Made>empty();
      return Made.inList(
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
    var value = JsonNodeFactory.instance.objectNode();
    var provenance = new LinkedHashMap<String, Provenance>();
    schema
        .properties()
        .forEach(
            (name, property) -> {
              if (includes(signature, schema, name, property, depth == 0 ? share : share / 4)) {
                var made =
                    make(signature, Pointers.child(pointer, name), property, share / 2, depth + 1);
                value.set(name, made.value());
                provenance.putAll(Made.under(Pointers.child("", name), made.provenance()));
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
    provenance.putAll(Made.under(Pointers.child("", key), made.provenance()));
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
    if (signature.isOwnId(name)) {
      return false;
    }
    return (signature.isNaturalKey(name) && property.isScalar())
        || random.nextDouble() < (property.isScalar() ? share : share / 3);
  }

  private Made leaf(Signature signature, String pointer, String name, JsonSchema schema) {
    if (!schema.isScalar()) {
      return Made.empty(schema);
    }
    if (schema.documented(0).isEmpty() && !signature.isNaturalKey(name)) {
      var slot = knowledge.slot(signature, pointer);
      var held = slot.flatMap(s -> choice.choose(s, Effect.READ, random));
      if (held.isPresent()) {
        return Made.scalar(held.get().value(), held.get().provenance());
      }
    }
    return generator.make(name, signature.kind(), schema);
  }
}
