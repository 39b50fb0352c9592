package io.autodidact.task;

/**
 * How many tasks a run starts with.
 *
 * @param exam never trained on, with entities and partly families of their own
 * @param validation seen families, entities of their own
 * @param train what practice begins with; fresh ones follow without end
 * @param examOnly share of the families that only the exam has, 0 to 1
 * @param seed decides families, entities and values
 */
public record TaskSettings(int exam, int validation, int train, double examOnly, long seed) {
  public TaskSettings {
    if (exam < 1 || validation < 1 || train < 1 || examOnly < 0 || examOnly > 0.5) {
      throw new IllegalArgumentException(
          "A run needs exam, validation and training tasks, and most families to train on.");
    }
  }

  /** The usual numbers. */
  public static TaskSettings usual(int exam, long seed) {
    return new TaskSettings(exam, 24, 64, 0.2, seed);
  }
}
