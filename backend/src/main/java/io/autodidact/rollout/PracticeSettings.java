package io.autodidact.rollout;

/**
 * How a group of attempts is made.
 *
 * @param samples attempts at each task
 * @param experienceShare share of each group whose prompt holds lessons, in [0, 1]
 * @param atOnce attempts under way at a time
 * @param givenSteps how much of the reference plan an attempt is given
 */
public record PracticeSettings(
    int samples,
    double temperature,
    double experienceShare,
    int atOnce,
    Limits limits,
    GivenSteps givenSteps) {
  /**
   * Eight attempts, two of them with lessons, from the beginning. The temperature keeps apart what
   * a small model does not know from what it misspells when words are drawn freely.
   */
  public static final PracticeSettings GROUPS_OF_EIGHT =
      new PracticeSettings(8, 0.7, 0.25, 48, Limits.SMALL, GivenSteps.NONE);

  /** One greedy attempt from the beginning, without lessons: the weights are what is measured. */
  public static final PracticeSettings GREEDY =
      new PracticeSettings(1, 0, 0, 48, Limits.SMALL, GivenSteps.NONE);

  public PracticeSettings {
    if (samples < 1 || atOnce < 1 || !(experienceShare >= 0 && experienceShare <= 1)) {
      throw new IllegalArgumentException("A group has samples, some share of them with lessons");
    }
  }

  /** How many samples of a group have lessons in their prompt: the first ones. */
  int withLessons() {
    return (int) Math.round(samples * experienceShare);
  }

  /** The same with attempts that begin somewhere else. */
  public PracticeSettings startingAt(GivenSteps steps) {
    return new PracticeSettings(samples, temperature, experienceShare, atOnce, limits, steps);
  }
}
