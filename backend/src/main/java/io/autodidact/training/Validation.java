package io.autodidact.training;

import io.autodidact.job.Work;
import java.util.Locale;

/** How well some weights do on tasks they were not trained on, the exam's left aside. */
public interface Validation {
  /** Success on the validation tasks, greedy, in [0, 1]. */
  double success(Work work, Checkpoint checkpoint) throws InterruptedException;

  /** A measurement as people read it. */
  static String inWords(double success) {
    return String.format(
        Locale.ROOT, "It solves %.0f %% of the tasks it tests itself on", 100 * success);
  }
}
