package io.autodidact.experience;

import java.util.List;
import java.util.UUID;

/**
 * A lesson and where it stands.
 *
 * @param whenToUse the kind of work it helps with
 * @param content one short sentence, as it stands in prompts
 * @param embedding of {@code whenToUse}, of length one
 * @param version grows with every edit by a person
 */
public record Experience(
    UUID id,
    String whenToUse,
    String content,
    List<String> operations,
    State state,
    String origin,
    float[] embedding,
    int version) {
  public Experience {
    operations = List.copyOf(operations);
  }

  /** Whether it is recalled. */
  public enum State {
    ACTIVE,
    /** A person said that it is right: recalled, and not retired without being asked. */
    APPROVED,
    /** Its measured lift was negative. */
    RETIRED,
    /** A person decided against it. */
    SWITCHED_OFF;

    /** Whether lessons in this state stand in prompts. */
    public boolean isRecalled() {
      return this == ACTIVE || this == APPROVED;
    }
  }
}
