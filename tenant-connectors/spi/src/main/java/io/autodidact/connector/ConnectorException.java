package io.autodidact.connector;

/**
 * The software can not be used as described. The message says what to mend, and whose turn it is.
 */
public final class ConnectorException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Who can mend it. */
  public enum Fault {
    SETTINGS,
    DESCRIPTION,
    SOFTWARE,
    NETWORK
  }

  private final Fault fault;

  public ConnectorException(Fault fault, String message) {
    super(message);
    this.fault = fault;
  }

  public ConnectorException(Fault fault, String message, Throwable cause) {
    super(message, cause);
    this.fault = fault;
  }

  public Fault fault() {
    return fault;
  }
}
