package io.autodidact.exploration;

/**
 * How far exploring may go.
 *
 * @param maxCalls calls of the software, set-up and tear-down not counted
 * @param callsPerEpisode after so many calls a fresh episode is opened, since state gets used up
 * @param flatAfter stop after so many calls in a row that reached nothing new
 * @param strategy how the next operation is chosen
 */
public record ExploreSettings(
    int maxCalls, int callsPerEpisode, int flatAfter, long seed, Strategy strategy) {
  public ExploreSettings {
    if (maxCalls < 1 || callsPerEpisode < 1 || flatAfter < 1) {
      throw new IllegalArgumentException("Exploring needs at least one call");
    }
  }

  /** How the next operation is chosen. */
  public enum Strategy {
    /** By what is new, within reach and near the goals. */
    GUIDED,
    /** Any operation, each as likely as the other; the yardstick for the guided one. */
    RANDOM
  }

  /** Guided exploring with the usual episodes. */
  public static ExploreSettings guided(int maxCalls, long seed) {
    return new ExploreSettings(maxCalls, 250, 600, seed, Strategy.GUIDED);
  }
}
