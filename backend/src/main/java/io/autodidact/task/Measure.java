package io.autodidact.task;

/**
 * A field of a kind of thing that a request can make something depend on: a number, or one of
 * several words.
 *
 * @param inFull whether only the read of one entity shows it
 */
record Measure(String noun, String field, boolean inFull) {}
