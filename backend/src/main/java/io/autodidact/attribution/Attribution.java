package io.autodidact.attribution;

import java.util.List;

/**
 * The credit of one step.
 *
 * @param reason in plain words, for people
 * @param evidence what the reason points to
 */
public record Attribution(int step, Verdict verdict, String reason, List<Evidence> evidence) {
  public Attribution {
    evidence = List.copyOf(evidence);
  }

  /** Something a person can look up in the attempt. */
  public sealed interface Evidence {
    /** Another step of the attempt. */
    record OtherStep(int step) implements Evidence {}

    /** A value, at a JSON Pointer in that step's result. */
    record Value(int step, String path, String text) implements Evidence {}

    /** An expected difference of the task's checks. */
    record Check(int expected, String place) implements Evidence {}
  }
}
