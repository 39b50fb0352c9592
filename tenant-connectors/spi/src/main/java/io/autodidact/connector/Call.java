package io.autodidact.connector;

import java.util.Objects;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request to the software.
 *
 * @param operation an {@link Operation#name()} of the catalogue
 * @param arguments fits {@link Operation#arguments()}
 */
public record Call(String operation, ObjectNode arguments) {
  public Call {
    Objects.requireNonNull(operation);
    arguments = arguments.deepCopy();
  }
}
