package io.autodidact.training;

import io.autodidact.job.Work;

/** Where the trajectories to imitate come from: the agent's own reference plans. */
public interface Demonstrations {
  /**
   * Makes the demonstration that belongs to a number: a fresh TRAIN task, kept in the run, and its
   * reference plan as the agent would have acted it out. Equal numbers give equal demonstrations.
   */
  TrainingExample make(Work work, int number) throws InterruptedException;
}
