package io.autodidact.task;

import io.autodidact.connector.Call;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * How to tell whether a task was fulfilled: what must differ between the probes made before and
 * after, what the answer must say; nothing else may differ.
 *
 * @param probes reads that show the state in scope; opaque ids in their arguments are replaced by
 *     the natural key of what they point to before comparison
 * @param expected differences that must hold
 * @param masked places (probe pattern and JSON path, {@code *} for any element) that differ between
 *     two replays by themselves: ids, timestamps
 * @param answer values the answer must state; empty if the task asks for a change
 */
public record Checks(
    List<Call> probes, List<Difference> expected, Set<String> masked, List<JsonNode> answer) {
  public Checks {
    probes = List.copyOf(probes);
    expected = List.copyOf(expected);
    masked = Set.copyOf(masked);
    answer = List.copyOf(answer);
  }

  /**
   * A place in the probed state and what it must turn into.
   *
   * @param place canonical: the probe, then keys of natural names down to the value
   * @param before null node where the place did not exist
   * @param after null node where the place no longer exists
   */
  public record Difference(String place, JsonNode before, JsonNode after) {}
}
