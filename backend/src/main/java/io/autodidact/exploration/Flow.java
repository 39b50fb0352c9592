package io.autodidact.exploration;

import java.util.Optional;

/**
 * A value of one operation's result that feeds a parameter of another.
 *
 * @param resultPath JSON Pointer into the producer's result, {@code *} for any element of an array
 * @param parameter JSON Pointer into the consumer's arguments, {@code *} likewise
 * @param confirmedBy the transition in which such a value made the consumer succeed
 */
public record Flow(
    String producer,
    String resultPath,
    String consumer,
    String parameter,
    Optional<Integer> confirmedBy) {}
