package io.autodidact.training;

/**
 * What a warm start did, for the run's events.
 *
 * @param trainedTokens since this process took the run up
 * @param tokensPerSecond trained, over the time the engine was at it
 * @param engineWaited share of the training loop in which the engine waited for examples or books
 * @param success on the validation tasks; NaN where it was not measured
 */
public record WarmStartReport(
    int steps,
    long seconds,
    long trainedTokens,
    double tokensPerSecond,
    double engineWaited,
    double success) {}
