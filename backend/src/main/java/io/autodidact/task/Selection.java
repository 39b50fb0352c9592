package io.autodidact.task;

/**
 * What several entities of a kind may have in common, and how those that have it are found.
 *
 * @param noun of the entities
 * @param field of their rows in the list
 * @param parameter the argument by which the list leaves all others out (JSON Pointer); empty where
 *     the reader has to
 * @param of the noun of what the field refers to; empty where it holds a plain value
 * @param refers the field of that thing which the argument takes; empty likewise
 */
public record Selection(String noun, String field, String parameter, String of, String refers) {
  boolean filters() {
    return !parameter.isEmpty();
  }

  boolean isRelation() {
    return !of.isEmpty();
  }
}
