package io.autodidact.context;

/** What the agent wrote as arguments can not be read; the message tells it why. */
final class UnreadableArguments extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String problem;

  UnreadableArguments(String problem) {
    super(problem, null, false, false);
    this.problem = problem;
  }

  String problem() {
    return problem;
  }
}
