package io.autodidact.exploration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The producer/consumer graph as names, schemas and path nesting suggest it. Starts from the
 * documented results and grows with every place that a real result turns out to have.
 */
final class FlowCandidates {
  private static final double WORTH_TRYING = 0.25;
  private static final int MAX_DEPTH = 3;

  /** A source for a slot, and how likely it serves, in 0..1. */
  record Candidate(Source source, double prior) {}

  private final Map<String, Signature> signatures = new LinkedHashMap<>();
  private final Map<String, List<Slot>> slots = new HashMap<>();
  private final Map<Slot, List<Candidate>> candidates = new HashMap<>();
  private final Set<Source> known = new HashSet<>();

  FlowCandidates(Collection<Signature> all) {
    for (var signature : all) {
      signatures.put(signature.name(), signature);
      slots.put(signature.name(), slotsOf(signature));
    }
    for (var signature : all) {
      signature.operation().result().ifPresent(r -> predict(signature, new JsonSchema(r), "", 0));
      if (!signature.body().isEmpty() && signature.operation().result().isEmpty()) {
        add(new Source(signature.name(), "/id"));
      }
    }
  }

  private static List<Slot> slotsOf(Signature signature) {
    var slots = new ArrayList<>(signature.path());
    slots.addAll(signature.others());
    signature
        .body()
        .ifPresent(body -> references(signature, body.pointer(), body.schema(), slots, 0));
    return List.copyOf(slots);
  }

  /** Body leaves that may name things: every scalar text or number, found again by its pointer. */
  private static void references(
      Signature signature, String pointer, JsonSchema schema, List<Slot> slots, int depth) {
    if (depth > MAX_DEPTH) {
      return;
    }
    if (schema.isArray()) {
      references(signature, pointer + "/*", schema.items(), slots, depth + 1);
    } else if (schema.isObject()) {
      schema
          .properties()
          .forEach(
              (name, property) ->
                  references(signature, Pointers.child(pointer, name), property, slots, depth + 1));
    } else if (!schema.type().equals("boolean")) {
      var last = Pointers.name(pointer);
      var name = last.equals("*") ? Pointers.name(Pointers.parent(pointer)) : last;
      slots.add(
          new Slot(
              signature.name(), pointer, schema, Reference.of(name), Slot.Place.BODY, List.of()));
    }
  }

  private void predict(Signature signature, JsonSchema schema, String path, int depth) {
    if (depth > MAX_DEPTH) {
      return;
    }
    if (schema.isArray()) {
      predict(signature, schema.items(), path + "/*", depth + 1);
    } else if (schema.isObject()) {
      schema
          .properties()
          .forEach((name, s) -> predict(signature, s, Pointers.child(path, name), depth + 1));
    } else {
      add(new Source(signature.name(), path));
    }
  }

  /** Takes note of a place in a result that holds scalars. */
  void add(Source source) {
    var producer = signatures.get(source.operation());
    if (producer == null || !known.add(source)) {
      return;
    }
    for (var all : slots.values()) {
      for (var slot : all) {
        var prior = FlowPrior.of(slot, source, producer);
        if (prior >= WORTH_TRYING) {
          candidates
              .computeIfAbsent(slot, _ -> new ArrayList<>())
              .add(new Candidate(source, prior));
        }
      }
    }
  }

  List<Candidate> of(Slot slot) {
    return candidates.getOrDefault(slot, List.of());
  }

  /** The slots of an operation, path parameters first. */
  List<Slot> slots(String operation) {
    return slots.getOrDefault(operation, List.of());
  }

  Map<Slot, List<Candidate>> all() {
    return candidates;
  }
}
