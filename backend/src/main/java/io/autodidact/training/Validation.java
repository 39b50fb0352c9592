package io.autodidact.training;

import io.autodidact.job.Work;

/** How well some weights do on tasks they were not trained on, the exam's left aside. */
public interface Validation {
  /** Success on the validation tasks, greedy, in [0, 1]. */
  double success(Work work, Checkpoint checkpoint) throws InterruptedException;
}
