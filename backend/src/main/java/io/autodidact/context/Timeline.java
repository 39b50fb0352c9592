package io.autodidact.context;

/** The conversation so far, and what of it the model is given. Not thread-safe. */
interface Timeline {
  /** The prompt of the next call of the model. */
  Snapshot prompt();

  /**
   * The agent has spoken.
   *
   * @param completion token ids as sampled
   * @param call its words without the thought
   */
  void heard(int[] completion, String call);

  /** The agent is told what came of it. */
  void told(String observation);
}
