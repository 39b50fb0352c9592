package io.autodidact.connector.openapi;

import io.autodidact.connector.Operation;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * An operation and how it is called over HTTP.
 *
 * @param base where it is served, without a slash at the end
 * @param template the path with its {@code {names}}
 */
record Route(
    Operation operation,
    URI base,
    String method,
    String template,
    List<Parameter> parameters,
    Optional<RequestBody> body) {}
