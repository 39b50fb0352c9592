package io.autodidact.exploration;

/** Where the value of one argument came from. */
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
