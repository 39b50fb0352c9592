package io.autodidact.environment;

import io.autodidact.connector.Catalogue;

/**
 * The operations of an environment at one time.
 *
 * @param digest SHA-256 of the operations, hex
 */
public record StoredCatalogue(
    EnvironmentId environment, int version, String digest, Catalogue catalogue) {}
