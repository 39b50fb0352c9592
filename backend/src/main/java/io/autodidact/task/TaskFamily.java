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
 * @param frame what is said around them
 */
public record TaskFamily(
    String name, int difficulty, List<String> entities, List<Part> parts, Frame frame) {
  public TaskFamily {
    entities = List.copyOf(entities);
    parts = List.copyOf(parts);
  }

  TaskFamily(String name, int difficulty, List<String> entities, List<Part> parts) {
    this(name, difficulty, entities, parts, new Frame.Plain());
  }

  /** How what is asked for is built. */
  enum Form {
    SIMPLE,
    PAIR,
    CHAIN,
    FOR_EACH,
    CONDITIONAL
  }

  Form form() {
    return switch (frame) {
      case Frame.ForEach _ -> Form.FOR_EACH;
      case Frame.OnlyIf _ -> Form.CONDITIONAL;
      case Frame.Plain _ -> difficulty == 1 ? Form.SIMPLE : difficulty == 2 ? Form.PAIR : Form.CHAIN;
    };
  }

  /** The only part of a family that asks for one change. */
  Change onlyChange() {
    if (parts.size() == 1 && parts.getFirst() instanceof Change change) {
      return change;
    }
    throw new IllegalStateException(name + " asks for more than one change");
  }

  boolean isOneChange() {
    return parts.size() == 1 && parts.getFirst() instanceof Change;
  }

  /** How many values are drawn for each task. */
  long drawn() {
    return parts.stream()
        .filter(Change.class::isInstance)
        .flatMap(part -> ((Change) part).arguments().values().stream())
        .filter(Drawn.class::isInstance)
        .count();
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
