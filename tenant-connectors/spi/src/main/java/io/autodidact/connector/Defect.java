package io.autodidact.connector;

/**
 * Something in the software's description that could not be used.
 *
 * @param where the place in the description, for example {@code GET /items}
 * @param problem what is wrong and how to mend it, in plain words
 */
public record Defect(String where, String problem) {}
