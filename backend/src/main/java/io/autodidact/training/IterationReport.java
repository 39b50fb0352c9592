package io.autodidact.training;

/**
 * What one iteration brought, for the run's events.
 *
 * @param reward mean over attempts without lessons; NaN where there were none
 * @param rewardWithExperience mean over attempts with lessons in their prompt; NaN likewise
 * @param groupsWithSignal groups whose rewards or verdicts differ
 * @param shown reference plans imitated: of tasks that no attempt solved, of fresh ones, of what
 *     failed attempts did instead
 * @param shownInHindsight of these, plans of what failed attempts did instead
 * @param kl of the policy that sampled to the one being trained, nats a token (estimator k3)
 * @param klToInitial of the policy being trained to the one that the iterations began with, nats a
 *     token (estimator k3, see {@link StayNear}); NaN where it is not kept near that one
 * @param clipped share of tokens whose ratio was clipped
 * @param etaSeconds until the phase's share of the time is used
 */
record IterationReport(
    int iteration,
    int optimiserSteps,
    double reward,
    double rewardWithExperience,
    int groups,
    int groupsWithSignal,
    int shown,
    int shownInHindsight,
    long trainedTokens,
    double kl,
    double klToInitial,
    double clipped,
    Seconds seconds,
    Cost cost,
    long etaSeconds) {
  /** Where the time went. */
  record Seconds(double tasks, double practice, double credit, double training) {}

  /**
   * What it took, {@code trainedTokens} aside.
   *
   * @param calls of the software
   * @param sampledTokens by the policy, in its attempts
   * @param engineSeconds that the engine trained
   */
  record Cost(long calls, long sampledTokens, double engineSeconds) {}
}
