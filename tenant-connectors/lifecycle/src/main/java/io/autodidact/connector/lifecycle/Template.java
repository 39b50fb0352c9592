package io.autodidact.connector.lifecycle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;

/** A JSON value with gaps, read once and rendered often. */
sealed interface Template {
  /** The value for this moment of the episode. */
  JsonNode render(Scene scene);

  /** The templates directly inside. */
  default Stream<Template> parts() {
    return Stream.empty();
  }

  /** The variables the value depends on. */
  default Set<String> variables() {
    return parts().flatMap(part -> part.variables().stream()).collect(Collectors.toSet());
  }

  /** A value without gaps. */
  record Fixed(JsonNode value) implements Template {
    @Override
    public JsonNode render(Scene scene) {
      return value;
    }
  }

  /** A placeholder: what to draw or look up. */
  record Gap(Placeholder placeholder) implements Template {
    @Override
    public JsonNode render(Scene scene) {
      return placeholder.value(scene);
    }

    @Override
    public Set<String> variables() {
      return placeholder.variables();
    }
  }

  /** A text made of fixed texts and gaps. */
  record Text(List<Template> pieces) implements Template {
    @Override
    public JsonNode render(Scene scene) {
      return StringNode.valueOf(
          pieces.stream().map(piece -> asText(piece.render(scene))).collect(Collectors.joining()));
    }

    @Override
    public Stream<Template> parts() {
      return pieces.stream();
    }

    private static String asText(JsonNode value) {
      return value.isContainer() ? value.toString() : value.asString();
    }
  }

  /** An object; its fields are drawn in the order of their names, however they were stored. */
  record Fields(Map<String, Template> fields) implements Template {
    @Override
    public JsonNode render(Scene scene) {
      var object = JsonNodeFactory.instance.objectNode();
      fields.forEach((name, field) -> object.set(name, field.render(scene)));
      return object;
    }

    @Override
    public Stream<Template> parts() {
      return fields.values().stream();
    }
  }

  /** A list of as many elements as are written down. */
  record Elements(List<Template> elements) implements Template {
    @Override
    public JsonNode render(Scene scene) {
      var array = JsonNodeFactory.instance.arrayNode();
      elements.forEach(element -> array.add(element.render(scene)));
      return array;
    }

    @Override
    public Stream<Template> parts() {
      return elements.stream();
    }
  }

  /** Drawn again until it is new in the episode. */
  record Unique(Template template) implements Template {
    @Override
    public JsonNode render(Scene scene) {
      return scene.unseen(template);
    }

    @Override
    public Stream<Template> parts() {
      return Stream.of(template);
    }
  }

  /** One of several. */
  record Pick(List<Template> choices) implements Template {
    @Override
    public JsonNode render(Scene scene) {
      return choices.get(scene.random().nextInt(choices.size())).render(scene);
    }

    @Override
    public Stream<Template> parts() {
      return choices.stream();
    }
  }

  /** A list of as many elements as drawn. */
  record Repeat(Template count, Template of) implements Template {
    @Override
    public JsonNode render(Scene scene) {
      var array = JsonNodeFactory.instance.arrayNode();
      int size = Scene.count(count.render(scene));
      for (int i = 0; i < size; i++) {
        array.add(of.render(scene));
      }
      return array;
    }

    @Override
    public Stream<Template> parts() {
      return Stream.of(count, of);
    }
  }

  /** Orders named templates so that each comes after those it uses; among equals by name. */
  static Map<String, Template> inOrderOfUse(Map<String, Template> named) {
    var ordered = new LinkedHashMap<String, Template>();
    while (ordered.size() < named.size()) {
      var next =
          named.entrySet().stream()
              .filter(entry -> !ordered.containsKey(entry.getKey()))
              .filter(
                  entry ->
                      entry.getValue().variables().stream()
                          .allMatch(used -> !named.containsKey(used) || ordered.containsKey(used)))
              .findFirst()
              .orElseThrow(
                  () ->
                      Scene.wrong(
                          "The values under let use each other in a circle: " + named.keySet()));
      ordered.put(next.getKey(), next.getValue());
    }
    return ordered;
  }
}
