package io.autodidact.api;

/** There is no such thing, or it is another tenant's, which looks the same. */
public final class NotFound extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NotFound(String what) {
    super("There is no such " + what + ".");
  }
}
