package io.autodidact.training;

/**
 * What one iteration brought, for the run's events.
 *
 * @param reward mean over attempts without lessons; NaN where there were none
 * @param rewardWithExperience mean over attempts with lessons in their prompt; NaN likewise
 * @param groupsWithSignal groups whose rewards or verdicts differ
 * @param shown reference plans imitated: of tasks that no attempt solved, and of fresh ones
 * @param kl of the policy that sampled to the one being trained, nats a token (estimator k3)
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
    long trainedTokens,
    double kl,
    double clipped,
    Seconds seconds,
    long etaSeconds) {
  /** Where the time went. */
  record Seconds(double tasks, double practice, double credit, double training) {}
}
