package io.autodidact.exploration;

import tools.jackson.databind.JsonNode;

/**
 * A value that the software gave in this episode.
 *
 * @param from the call that gave it
 * @param pointer where it lies in that call's result
 */
record Held(Source source, Transition from, String pointer, JsonNode value) {
  Provenance.Result provenance() {
    return new Provenance.Result(from.seq(), pointer);
  }

  /** Where the object that it is a part of lies in the same result. */
  String owner() {
    return Pointers.parent(pointer);
  }
}
