package io.autodidact.identity;

/** The directory did not answer, or not as it should; worth another try. */
final class DirectoryAway extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DirectoryAway(String what, Throwable cause) {
    super(what, cause);
  }

  DirectoryAway(String what) {
    super(what);
  }
}
