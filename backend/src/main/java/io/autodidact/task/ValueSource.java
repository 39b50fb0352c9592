package io.autodidact.task;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** Where a plan takes the value of one argument, or its answer, from. */
public sealed interface ValueSource {
  /** Stated in the request, or a fixed choice of the plan. */
  record Constant(JsonNode value) implements ValueSource {}

  /** Read from the result of an earlier step of the plan. */
  record FromStep(int step, List<Segment> path) implements ValueSource {
    public FromStep {
      path = List.copyOf(path);
    }
  }

  /** One move into a JSON result. */
  sealed interface Segment {
    /** The member of an object. */
    record Field(String name) implements Segment {}

    /** The element of an array whose field has that value: an entity by its natural key. */
    record Where(String field, JsonNode value) implements Segment {}

    /** The element of an array at that place. */
    record Index(int index) implements Segment {}
  }
}
