package io.autodidact.connector;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import tools.jackson.databind.JsonNode;

/** What became of a call. Says whose turn it is: the caller's, the software's or the network's. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Outcome.Succeeded.class, name = "succeeded"),
  @JsonSubTypes.Type(value = Outcome.Refused.class, name = "refused"),
  @JsonSubTypes.Type(value = Outcome.Broken.class, name = "broken"),
  @JsonSubTypes.Type(value = Outcome.Unreachable.class, name = "unreachable")
})
public sealed interface Outcome {
  /**
   * The software did it.
   *
   * @param code the protocol's status, 200 to 299 for HTTP
   * @param body the result; {@code {"id": …, "location": …}} where only a location came back, an
   *     empty object where nothing did
   */
  record Succeeded(int code, JsonNode body) implements Outcome {}

  /**
   * The software understood and said no: wrong arguments, missing things, broken rules.
   *
   * @param code the protocol's status; 0 where the call was never sent, because there is no such
   *     operation or its arguments do not fit
   * @param message what the software said, ready to be shown
   */
  record Refused(int code, String message, JsonNode body) implements Outcome {}

  /**
   * The software failed, was overloaded (429, 503), or answered something that is not what it
   * promised.
   */
  record Broken(int code, String message) implements Outcome {}

  /** No answer: the software is down, slow or behind a forbidden address. */
  record Unreachable(String message) implements Outcome {}

  /** Whether the software did what was asked. */
  default boolean succeeded() {
    return this instanceof Succeeded;
  }
}
