package io.autodidact.connector.openapi;

/** There is no whole answer. The message says why, to a person; it holds no secrets. */
final class NoAnswer extends Exception {
  private static final long serialVersionUID = 1L;

  /** What kept the answer away. */
  enum Reason {
    /** No connection, or it broke: another try may help. */
    CONNECTION,
    /** The time is up. */
    TIMEOUT,
    /** An address or redirect that is not allowed. */
    FORBIDDEN,
    /** More bytes than allowed. */
    TOO_LARGE
  }

  private final Reason reason;

  NoAnswer(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  NoAnswer(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }
}
