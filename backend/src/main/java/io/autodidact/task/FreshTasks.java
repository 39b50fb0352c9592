package io.autodidact.task;

import io.autodidact.task.TaskWorkshop.Written;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * New training tasks without end: each has entities and values that no task had before. Not
 * thread-safe; several may run side by side from different beginnings.
 */
public final class FreshTasks {
  private static final int ATTEMPTS = 50;
  private final TaskWorkshop workshop;
  private final Syllabus syllabus;
  private final Map<String, Integer> failures = new HashMap<>();
  private final Map<String, Integer> successes = new HashMap<>();
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
  public Optional<Task> take() throws InterruptedException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      var lesson = syllabus.lesson(Split.TRAIN, number++);
      var name = lesson.family().name();
      if (failures.getOrDefault(name, 0) > 2 * (successes.getOrDefault(name, 0) + 1)) {
        continue;
      }
      switch (workshop.write(lesson.family(), Split.TRAIN, lesson.episodeSeed())) {
        case Written.Kept kept -> {
          successes.merge(name, 1, Integer::sum);
          return Optional.of(kept.task());
        }
        case Written.Rejected rejected -> failures.merge(name, 1, Integer::sum);
      }
    }
    return Optional.empty();
  }
}
