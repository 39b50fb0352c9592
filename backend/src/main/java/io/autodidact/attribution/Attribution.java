package io.autodidact.attribution;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
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
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Evidence.OtherStep.class, name = "step"),
    @JsonSubTypes.Type(value = Evidence.Value.class, name = "value"),
    @JsonSubTypes.Type(value = Evidence.Check.class, name = "check")
  })
  public sealed interface Evidence {
    /** Another step of the attempt. */
    record OtherStep(int step) implements Evidence {}

    /** A value, at a JSON Pointer in that step's result. */
    record Value(int step, String path, String text) implements Evidence {}

    /** An expected difference of the task's checks. */
    record Check(int expected, String place) implements Evidence {}
  }
}
