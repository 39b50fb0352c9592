package io.autodidact.job;

/** Another worker owns the run now; this one must stop without a word. */
public final class LostOwnership extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LostOwnership(String message) {
    super(message);
  }
}
