package io.autodidact.connector;

import tools.jackson.databind.JsonNode;

/** What became of a call. Says whose turn it is: the caller's, the software's or the network's. */
public sealed interface Outcome {
  /**
   * The software did it.
   *
   * @param code the protocol's status, 200 to 299 for HTTP
   * @param body the result; {@code {"id": …, "location": …}} where only a location came back, an
   *     empty object where nothing did
   */
  record Succeeded(int code, JsonNode body) implements Outcome {}

  /** The software understood and said no: wrong arguments, missing things, broken rules. */
  record Refused(int code, String message, JsonNode body) implements Outcome {}

  /** The software failed, or answered something that is not what it promised. */
  record Broken(int code, String message) implements Outcome {}

  /** No answer: the software is down, slow or behind a forbidden address. */
  record Unreachable(String message) implements Outcome {}

  /** Whether the software did what was asked. */
  default boolean succeeded() {
    return this instanceof Succeeded;
  }
}
