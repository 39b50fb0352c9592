package io.autodidact.connector.openapi;

import io.autodidact.connector.Operation;
import java.util.List;
import java.util.Optional;

/**
 * An operation and how it is called over HTTP.
 *
 * @param template the path with its {@code {names}}
 */
record Route(
    Operation operation,
    String method,
    String template,
    List<Parameter> parameters,
    Optional<RequestBody> body) {}
