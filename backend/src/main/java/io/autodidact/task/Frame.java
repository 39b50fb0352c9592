package io.autodidact.task;

/** What a family says around its parts. */
public sealed interface Frame {
  /** The parts stand for themselves. */
  record Plain() implements Frame {}

  /**
   * The only part is done to each entity that has something in common with others.
   *
   * @param entity which of the family's entities stands for each of them
   */
  record ForEach(int entity, Selection selection) implements Frame {}

  /**
   * The only part is done if a field of one of its entities has some value; otherwise the request
   * asks for that value.
   *
   * @param inFull whether only the read of that one entity shows the field
   */
  record OnlyIf(int entity, String field, boolean inFull) implements Frame {}
}
