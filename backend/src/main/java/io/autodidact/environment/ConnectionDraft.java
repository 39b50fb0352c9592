package io.autodidact.environment;

import io.autodidact.connector.Catalogue;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A connection in the making.
 *
 * @param version grows with every change
 * @param changes the environment that is being changed; empty for new software
 * @param hasDocument whether the description itself is kept in the draft
 * @param catalogue what the last test found; empty until one succeeded
 */
public record ConnectionDraft(
    UUID id,
    int version,
    Optional<Changes> changes,
    DraftData data,
    boolean hasDocument,
    Optional<Catalogue> catalogue,
    Instant updatedAt) {
  /** Which environment is changed, and what it was when the change began. */
  public record Changes(EnvironmentId environment, int version) {}

  /** Whether there is a description of the software. */
  public boolean isDescribed() {
    return hasDocument || !data.documentUrl().isBlank();
  }
}
