package io.autodidact.learning;

/**
 * How a run learns, where the defaults are not wanted.
 *
 * @param examTasks how many tasks the exam has, at least 40
 * @param rank of the LoRA adapter
 */
public record RunSettings(int examTasks, int rank) {
  public static final RunSettings DEFAULT = new RunSettings(48, 16);

  public RunSettings {
    if (examTasks < 40 || examTasks > 1000) {
      throw new IllegalArgumentException("An exam has 40 to 1,000 tasks, not " + examTasks + ".");
    }
    if (rank < 1 || rank > 256) {
      throw new IllegalArgumentException("A LoRA rank is 1 to 256, not " + rank + ".");
    }
  }
}
