package io.autodidact.task;

import io.autodidact.task.TaskWorkshop.Written;
import java.util.Optional;

/**
 * New training tasks without end: each has entities and values that no task had before. Not
 * thread-safe; several may run side by side from different beginnings.
 */
public final class FreshTasks {
  private static final int ATTEMPTS = 50;
  private final TaskWorkshop workshop;
  private final Syllabus syllabus;
  private long number;

  /**
   * @param first the number of the first attempt; every attempt uses up one
   */
  public FreshTasks(TaskWorkshop workshop, Syllabus syllabus, long first) {
    this.workshop = workshop;
    this.syllabus = syllabus;
    this.number = first;
  }

  /** The number of the attempt that comes next: where to go on after an interruption. */
  public long next() {
    return number;
  }

  /** A new task; empty if the software refused everything that was tried. */
  public Optional<Written.Kept> take() throws InterruptedException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      var lesson = syllabus.lesson(Split.TRAIN, number++);
      if (!workshop.isFutile(lesson.family())
          && workshop.write(lesson.family(), Split.TRAIN, lesson.episodeSeed())
              instanceof Written.Kept kept) {
        return Optional.of(kept);
      }
    }
    return Optional.empty();
  }
}
