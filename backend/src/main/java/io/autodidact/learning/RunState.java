package io.autodidact.learning;

/** Where a learning run stands. */
public enum RunState {
  QUEUED,
  RUNNING,
  STOPPING,
  CANCELLED,
  FINISHED,
  FAILED;

  /** Whether nobody will work on it unless somebody asks. */
  public boolean ended() {
    return switch (this) {
      case CANCELLED, FINISHED, FAILED -> true;
      case QUEUED, RUNNING, STOPPING -> false;
    };
  }
}
