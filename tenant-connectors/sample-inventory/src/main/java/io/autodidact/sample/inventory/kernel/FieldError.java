package io.autodidact.sample.inventory.kernel;

/** What is wrong with one field of a request, in a sentence that begins with the field's name. */
public record FieldError(String field, String message) {}
