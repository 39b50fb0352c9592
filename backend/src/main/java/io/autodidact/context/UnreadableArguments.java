package io.autodidact.context;

/** What the agent wrote as arguments can not be read; the message tells it why. */
final class UnreadableArguments extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableArguments(String message) {
    super(message, null, false, false);
  }
}
