package io.autodidact.connector;

/** A piece of software that can be used. Thread-safe; sessions of one connector may run at once. */
public interface Connector extends AutoCloseable {
  /** What the software offers, and what in its description could not be understood. */
  Catalogue operations();

  /** Starts a use of the software of its own; state kept between calls (cookies) stays inside. */
  Session open();

  @Override
  void close();
}
