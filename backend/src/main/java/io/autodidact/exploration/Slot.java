package io.autodidact.exploration;

import java.util.List;

/**
 * A place in an operation's arguments that a value of an earlier result may fill.
 *
 * @param pointer pattern into the arguments, {@code *} for any element of an array
 * @param reference what its name points at; the kind is never empty for path parameters
 * @param collection the segments of the operation's path before this parameter; empty elsewhere
 */
record Slot(
    String operation,
    String pointer,
    JsonSchema schema,
    Reference reference,
    Place place,
    List<String> collection) {
  /** Where the software wants it. */
  enum Place {
    PATH,
    PARAMETER,
    BODY
  }

  String name() {
    var last = Pointers.name(pointer);
    return last.equals("*") ? Pointers.name(Pointers.parent(pointer)) : last;
  }

  boolean inPath() {
    return place == Place.PATH;
  }
}
