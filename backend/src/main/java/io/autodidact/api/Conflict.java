package io.autodidact.api;

/** The request can not be carried out as things stand; the message says what to do first. */
public final class Conflict extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Conflict(String message) {
    super(message);
  }
}
