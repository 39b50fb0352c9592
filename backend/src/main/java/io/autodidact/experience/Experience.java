package io.autodidact.experience;

import java.util.List;
import java.util.UUID;

/**
 * A lesson and where it stands.
 *
 * @param whenToUse the kind of work it helps with
 * @param content one short sentence, as it stands in prompts
 * @param embedding of {@code whenToUse}, of length one
 */
public record Experience(
    UUID id,
    String whenToUse,
    String content,
    List<String> operations,
    State state,
    String origin,
    float[] embedding) {
  public Experience {
    operations = List.copyOf(operations);
  }

  /** Whether it is recalled. */
  public enum State {
    ACTIVE,
    /** Its measured lift was negative. */
    RETIRED,
    /** A person decided against it. */
    SWITCHED_OFF
  }
}
