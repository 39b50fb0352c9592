package io.autodidact.task;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Where a plan takes the value of one argument, or its answer, from. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ValueSource.Constant.class, name = "constant"),
  @JsonSubTypes.Type(value = ValueSource.FromStep.class, name = "fromStep")
})
public sealed interface ValueSource {
  /**
   * The value, given the results of the steps so far.
   *
   * @param results by step; a missing node where a step brought nothing
   * @return empty if the result holds nothing at that place
   */
  Optional<JsonNode> resolve(List<JsonNode> results);

  /** Stated in the request, or a fixed choice of the plan. */
  record Constant(JsonNode value) implements ValueSource {
    @Override
    public Optional<JsonNode> resolve(List<JsonNode> results) {
      return Optional.of(value);
    }
  }

  /** Read from the result of an earlier step of the plan. */
  record FromStep(int step, List<Segment> path) implements ValueSource {
    public FromStep {
      path = List.copyOf(path);
    }

    @Override
    public Optional<JsonNode> resolve(List<JsonNode> results) {
      Optional<JsonNode> found =
          step < results.size() ? Optional.of(results.get(step)) : Optional.empty();
      for (Segment segment : path) {
        found = found.flatMap(segment::into);
      }
      return found.filter(node -> !node.isMissingNode() && !node.isNull());
    }

    /** The same place in the result of a step so many places later. */
    FromStep shifted(int by) {
      return new FromStep(step + by, path);
    }
  }

  /** One move into a JSON result. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Segment.Field.class, name = "field"),
    @JsonSubTypes.Type(value = Segment.Where.class, name = "where"),
    @JsonSubTypes.Type(value = Segment.Index.class, name = "index")
  })
  sealed interface Segment {
    /** What lies there, if anything does. */
    Optional<JsonNode> into(JsonNode node);

    /** The member of an object. */
    record Field(String name) implements Segment {
      @Override
      public Optional<JsonNode> into(JsonNode node) {
        return Optional.ofNullable(node.get(name));
      }
    }

    /** The element of an array whose field has that value: an entity by its natural key. */
    record Where(String field, JsonNode value) implements Segment {
      @Override
      public Optional<JsonNode> into(JsonNode node) {
        return node.valueStream()
            .filter(element -> Values.same(element.path(field), value))
            .findFirst();
      }
    }

    /** The element of an array at that place. */
    record Index(int index) implements Segment {
      @Override
      public Optional<JsonNode> into(JsonNode node) {
        return Optional.ofNullable(node.get(index));
      }
    }
  }
}
