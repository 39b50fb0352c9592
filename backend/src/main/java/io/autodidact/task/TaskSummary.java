package io.autodidact.task;

import io.autodidact.task.StoredTask.State;

/** A task in a list. */
public record TaskSummary(
    TaskId id, String family, int difficulty, Split split, State state, String request) {
  static TaskSummary of(StoredTask stored) {
    var task = stored.task();
    return new TaskSummary(
        task.id(), task.family(), task.difficulty(), task.split(), stored.state(), task.request());
  }
}
