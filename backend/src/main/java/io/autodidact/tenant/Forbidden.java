package io.autodidact.tenant;

/** The caller may not do this; the message says who may. */
public final class Forbidden extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Forbidden(String message) {
    super(message);
  }
}
