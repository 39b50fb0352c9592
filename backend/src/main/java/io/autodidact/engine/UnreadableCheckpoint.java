package io.autodidact.engine;

/**
 * The engine does not have the weights of that path, or they are damaged. The message says which;
 * an earlier checkpoint may be whole.
 */
public final class UnreadableCheckpoint extends EngineException {
  private static final long serialVersionUID = 1L;

  private final String path;

  public UnreadableCheckpoint(String path, String message) {
    super(false, message);
    this.path = path;
  }

  public String path() {
    return path;
  }
}
