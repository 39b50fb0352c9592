package io.autodidact.sample.inventory.kernel;

/**
 * The number of one record, opaque to its reader.
 *
 * @param <T> what the number stands for, so that an item's number can not be passed for a
 *     warehouse's
 */
public record Id<T>(int value) {}
