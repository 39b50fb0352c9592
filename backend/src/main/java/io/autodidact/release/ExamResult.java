package io.autodidact.release;

import io.autodidact.task.TaskId;

/**
 * What one candidate achieved in one attempt at one task.
 *
 * @param candidate whose attempt it was, as its policy is called: {@code base}, {@code trained} …
 * @param sample the attempt's number, from 0; equal numbers had equal seeds
 * @param refusals how often it asked for what the safety policy forbids
 */
public record ExamResult(
    String candidate,
    TaskId task,
    String family,
    int difficulty,
    int sample,
    double reward,
    int refusals) {
  /** Whether everything that was asked for was done. */
  public boolean passed() {
    return reward >= 1;
  }
}
