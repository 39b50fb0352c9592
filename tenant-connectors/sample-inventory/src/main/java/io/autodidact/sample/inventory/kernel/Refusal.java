package io.autodidact.sample.inventory.kernel;

import java.util.List;
import java.util.stream.Collectors;

/** Why the inventory does not do what it was asked to. Thrown before anything has changed. */
public final class Refusal extends RuntimeException {

  /** Which sort of mistake the request makes. */
  public enum Kind {
    /** A value is missing or malformed. */
    INVALID,
    /** A well-formed id names nothing. */
    UNKNOWN,
    /** The request is well-formed, but a business rule forbids it now. */
    RULE,
    /** There is no room for it at the moment. */
    FULL
  }

  private final Kind kind;
  private final List<FieldError> errors;

  private Refusal(Kind kind, List<FieldError> errors) {
    super(detail(errors), null, false, false);
    this.kind = kind;
    this.errors = List.copyOf(errors);
  }

  public static Refusal invalid(List<FieldError> errors) {
    return new Refusal(Kind.INVALID, errors);
  }

  public static Refusal invalid(String field, String message) {
    return invalid(List.of(new FieldError(field, message)));
  }

  /**
   * @param noun what the field should have named: "warehouse"
   */
  public static Refusal unknown(String field, Object value, String noun) {
    return new Refusal(
        Kind.UNKNOWN,
        List.of(
            new FieldError(field, field + " " + value + " is not the id of any " + noun + ".")));
  }

  public static Refusal rule(String field, String message) {
    return new Refusal(Kind.RULE, List.of(new FieldError(field, message)));
  }

  public static Refusal full(String field, String message) {
    return new Refusal(Kind.FULL, List.of(new FieldError(field, message)));
  }

  /** All complaints in a row. */
  public String detail() {
    return detail(errors);
  }

  public Kind kind() {
    return kind;
  }

  public List<FieldError> errors() {
    return errors;
  }

  private static String detail(List<FieldError> errors) {
    return errors.stream().map(FieldError::message).collect(Collectors.joining(" "));
  }
}
