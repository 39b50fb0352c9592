package io.autodidact.training;

/**
 * How often attempts at a family of tasks succeeded.
 *
 * @param givenSteps first steps of the reference plan the attempts were given
 */
record PassRate(String family, int givenSteps, int attempts, double successes) {
  /** Successes over attempts. */
  double rate() {
    return attempts == 0 ? 0 : successes / attempts;
  }
}
