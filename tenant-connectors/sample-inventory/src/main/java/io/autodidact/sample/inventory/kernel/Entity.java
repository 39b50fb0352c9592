package io.autodidact.sample.inventory.kernel;

/** Anything a {@link Table} keeps under its id. */
public interface Entity<T> {

  Id<T> id();
}
