package io.autodidact.rollout;

import io.autodidact.task.Task;

/**
 * Backward curriculum: how many first steps of the reference plan an attempt is given, so that a
 * weak policy starts near the goal.
 */
public interface GivenSteps {
  /** Every attempt starts at the beginning. */
  GivenSteps NONE = (task, sample) -> 0;

  /** For one sample of a task's group; at most one less than the plan has. */
  int of(Task task, int sample);
}
