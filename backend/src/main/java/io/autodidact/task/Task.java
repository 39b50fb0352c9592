package io.autodidact.task;

/**
 * A request the loop wrote for itself.
 *
 * @param family the plan family it belongs to: equal for tasks that differ in entities and values
 *     only
 * @param difficulty 1 one entity, 2 several independent, 3 conditional, for-each or sequential
 * @param episodeSeed opens the episode in which the request makes sense
 */
public record Task(
    TaskId id,
    String family,
    int difficulty,
    Split split,
    String request,
    long episodeSeed,
    Plan plan,
    Checks checks) {
  public Task {
    if (difficulty < 1 || difficulty > 3) {
      throw new IllegalArgumentException("A difficulty is 1, 2 or 3, not " + difficulty);
    }
  }
}
