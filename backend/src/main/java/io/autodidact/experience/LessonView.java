package io.autodidact.experience;

import io.autodidact.experience.Experience.State;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A lesson as people read it.
 *
 * @param lift what it was worth; empty until it was recalled beside attempts without lessons
 * @param evidence the attempts it was drawn from
 * @param version grows with every edit
 */
public record LessonView(
    UUID id,
    String whenToUse,
    String content,
    List<String> operations,
    State state,
    String origin,
    Optional<Lift> lift,
    List<UUID> evidence,
    int version) {
  public LessonView {
    operations = List.copyOf(operations);
    evidence = List.copyOf(evidence);
  }
}
