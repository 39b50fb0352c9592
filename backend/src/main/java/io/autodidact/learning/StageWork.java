package io.autodidact.learning;

import io.autodidact.job.Work;
import java.time.Duration;

/**
 * What is done in one stage. Called again after an interruption, it continues behind its commits.
 */
interface StageWork {
  Stage stage();

  /**
   * @param time how long the stage may take in all, what it took before an interruption included
   * @throws io.autodidact.job.Refusal if the run can not go on
   */
  void run(Work work, LearningRun run, Duration time) throws InterruptedException;
}
