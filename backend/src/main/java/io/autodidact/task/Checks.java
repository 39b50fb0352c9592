package io.autodidact.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * How to tell whether a task was fulfilled: what must differ between the probes made before and
 * after, what the answer must say; nothing else may differ.
 *
 * @param probes reads that show the state in scope; a probe may take ids from the results of the
 *     probes before it
 * @param watches reads made before a write touches something the probes do not show in full
 * @param lists which arrays of the results hold entities, and how those are told apart
 * @param expected differences that must hold
 * @param masked places ({@code *} for any element) that differ between two replays by themselves:
 *     ids, timestamps
 * @param answer values the answer must state; empty if the task asks for a change
 */
public record Checks(
    List<PlanStep> probes,
    List<Watch> watches,
    List<EntityList> lists,
    List<Difference> expected,
    Set<String> masked,
    List<JsonNode> answer) {
  public Checks {
    probes = List.copyOf(probes);
    watches = List.copyOf(watches);
    lists = List.copyOf(lists);
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
  public record Difference(
      String place,
      @JsonInclude(JsonInclude.Include.ALWAYS) JsonNode before,
      @JsonInclude(JsonInclude.Include.ALWAYS) JsonNode after) {}

  /**
   * What to read before a write happens: what is touched is looked at first.
   *
   * @param operation the write
   * @param read the read that shows what it touches
   * @param arguments for each argument of the read (JSON Pointer) the argument of the write; empty
   *     for the list of what the write creates
   */
  public record Watch(String operation, String read, Map<String, String> arguments) {
    public Watch {
      arguments = Map.copyOf(arguments);
    }
  }

  /**
   * An array of entities in the result of a read.
   *
   * @param noun what one of them is called
   * @param path fields down to the array; empty where the result is the array
   * @param id the field with the opaque id; empty where they have none
   * @param key the field with the natural key; empty where none was found
   * @param paging how the read goes on; empty where all comes at once
   */
  public record EntityList(
      String operation,
      String noun,
      List<String> path,
      String id,
      String key,
      Optional<Paging> paging) {
    public EntityList {
      path = List.copyOf(path);
    }

    /** A list that comes all at once. */
    public EntityList(String operation, String noun, List<String> path, String id, String key) {
      this(operation, noun, path, id, key, Optional.empty());
    }
  }
}
