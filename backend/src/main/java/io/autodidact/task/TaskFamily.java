package io.autodidact.task;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What tasks that differ in entities and values only have in common.
 *
 * @param name unique in its run, built from the operations and what they are asked to do
 * @param entities the nouns of the entities a task of this family is about
 * @param parts what is asked for, in order
 */
public record TaskFamily(String name, int difficulty, List<String> entities, List<Part> parts) {
  public TaskFamily {
    entities = List.copyOf(entities);
    parts = List.copyOf(parts);
  }

  /** One thing that is asked for. */
  public sealed interface Part {}

  /** A write. Arguments by JSON Pointer. */
  public record Change(String operation, Map<String, Filler> arguments) implements Part {
    public Change {
      arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    }
  }

  /**
   * A question for a field of an entity.
   *
   * @param inFull whether only the read of that one entity shows the field
   */
  public record Question(int entity, String field, boolean inFull) implements Part {}

  /** What an argument of a change is filled with. */
  public sealed interface Filler {}

  /** The id or the natural key of one of the entities. */
  public record OfEntity(int entity, String field) implements Filler {}

  /** A field in the result of an earlier part, of what it created. */
  public record OfCreated(int part, String field) implements Filler {}

  /** A value drawn for each task and stated in the request. */
  public record Drawn() implements Filler {}
}
