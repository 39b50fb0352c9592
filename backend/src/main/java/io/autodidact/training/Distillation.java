package io.autodidact.training;

import io.autodidact.job.Work;
import io.autodidact.rollout.Rollout;
import io.autodidact.task.Task;
import java.util.List;

/** Draws lessons in words from an iteration's attempts, for later prompts. */
public interface Distillation {
  /** Draws none. */
  Distillation NONE = (work, tasks, rollouts) -> {};

  void distil(Work work, List<Task> tasks, List<Rollout> rollouts) throws InterruptedException;
}
