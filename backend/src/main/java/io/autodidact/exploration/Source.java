package io.autodidact.exploration;

/**
 * A place in the results of an operation.
 *
 * @param path JSON Pointer into the result, {@code *} for any element of an array
 */
record Source(String operation, String path) {}
