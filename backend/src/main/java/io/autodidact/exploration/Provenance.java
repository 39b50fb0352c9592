package io.autodidact.exploration;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Where the value of one argument came from. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Provenance.Result.class, name = "result"),
  @JsonSubTypes.Type(value = Provenance.Bound.class, name = "bound"),
  @JsonSubTypes.Type(value = Provenance.Documented.class, name = "documented"),
  @JsonSubTypes.Type(value = Provenance.Generated.class, name = "generated")
})
public sealed interface Provenance {
  /**
   * Taken from the result of an earlier call of the same episode. {@code path} is a JSON Pointer.
   */
  record Result(int transition, String path) implements Provenance {}

  /** Bound by the episode's set-up. */
  record Bound(String variable) implements Provenance {}

  /** Written in the software's description: an example, an enum value, a default. */
  record Documented(String kind) implements Provenance {}

  /** Made up by a generator of that name. */
  record Generated(String generator) implements Provenance {}
}
