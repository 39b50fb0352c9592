package io.autodidact.engine;

/** The engine could not do what was asked. */
public sealed class EngineException extends RuntimeException permits UnreadableCheckpoint {
  private static final long serialVersionUID = 1L;

  private final boolean retryable;

  public EngineException(boolean retryable, String message) {
    super(message);
    this.retryable = retryable;
  }

  public EngineException(boolean retryable, String message, Throwable cause) {
    super(message, cause);
    this.retryable = retryable;
  }

  /** True if the same request may succeed later: the engine is busy, restarting or out of reach. */
  public boolean retryable() {
    return retryable;
  }
}
