package io.autodidact.learning;

import io.autodidact.job.Work;

/**
 * What is done in one stage. Called again after an interruption, it continues behind its commits.
 */
interface StageWork {
  Stage stage();

  /**
   * @throws io.autodidact.job.Refusal if the run can not go on
   */
  void run(Work work, LearningRun run) throws InterruptedException;
}
