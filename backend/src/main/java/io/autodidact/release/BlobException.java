package io.autodidact.release;

/** Something large could not be kept or found again; the message says what to do. */
public final class BlobException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is the matter. */
  public enum Fault {
    FULL,
    ABSENT,
    DAMAGED,
    UNREADABLE
  }

  private final Fault fault;

  BlobException(Fault fault, String message) {
    super(message);
    this.fault = fault;
  }

  BlobException(Fault fault, String message, Throwable cause) {
    super(message, cause);
    this.fault = fault;
  }

  public Fault fault() {
    return fault;
  }
}
