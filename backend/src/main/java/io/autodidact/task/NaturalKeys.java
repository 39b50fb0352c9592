package io.autodidact.task;

import io.autodidact.task.Checks.EntityList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Which natural key stands behind an opaque id, as far as the probes show it. */
final class NaturalKeys {
  private static final Pattern NO_LETTER = Pattern.compile("[^a-z]");

  private record Named(String noun, String key) {}

  private final Map<String, List<Named>> byId = new HashMap<>();

  /** Reads ids and keys off the entities in the probes; the first probe to name an id wins. */
  static NaturalKeys of(List<EntityList> lists, List<Probe> probes) {
    var keys = new NaturalKeys();
    for (Probe probe : probes) {
      for (EntityList list : lists) {
        if (list.operation().equals(probe.call().operation()) && !list.id().isEmpty()) {
          keys.learn(list, at(probe.body(), list.path()));
        }
      }
    }
    return keys;
  }

  /** The natural key of what a field points to, if the field holds an id and the id is known. */
  Optional<String> of(String field, JsonNode value) {
    if (!value.isValueNode() || !(Values.idName(field) || value.isString())) {
      return Optional.empty();
    }
    var candidates = byId.getOrDefault(value.asString(""), List.of());
    if (candidates.isEmpty()) {
      return Optional.empty();
    }
    var words = NO_LETTER.matcher(field.toLowerCase(Locale.ROOT)).replaceAll("");
    return candidates.stream()
        .filter(named -> words.contains(named.noun().replace(" ", "")))
        .findFirst()
        .or(() -> candidates.size() == 1 ? Optional.of(candidates.getFirst()) : Optional.empty())
        .map(Named::key);
  }

  /** Whether no id that both know stands for one thing here and for another there. */
  boolean agreesWith(NaturalKeys other) {
    return byId.entrySet().stream()
        .allMatch(
            known ->
                other.byId.getOrDefault(known.getKey(), known.getValue()).equals(known.getValue()));
  }

  static JsonNode at(JsonNode node, List<String> path) {
    for (String field : path) {
      node = node.path(field);
    }
    return node;
  }

  private void learn(EntityList list, JsonNode elements) {
    for (JsonNode element : elements) {
      var id = element.path(list.id());
      var key = element.path(list.key());
      if (id.isValueNode() && key.isValueNode()) {
        var named = new Named(list.noun(), Values.text(key));
        var known = byId.computeIfAbsent(id.asString(""), ignored -> new ArrayList<>());
        if (known.stream().noneMatch(other -> other.noun().equals(list.noun()))) {
          known.add(named);
        }
      }
    }
  }
}
