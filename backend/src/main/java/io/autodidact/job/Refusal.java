package io.autodidact.job;

/**
 * The run can not go on, and trying again would not help. The message tells people why and what to
 * do.
 */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Refusal(String message) {
    super(message);
  }
}
