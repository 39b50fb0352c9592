package io.autodidact.tenant;

import java.util.Optional;
import java.util.UUID;

/**
 * Somebody who belongs to a tenant.
 *
 * @param person their account in the directory, once it is known
 * @param email in small letters; programs have none
 * @param version grows with every change that the directory must follow
 * @param inStep whether the directory has followed the last change
 */
public record Member(
    UUID id,
    Optional<UUID> person,
    Optional<String> email,
    String name,
    PersonRole role,
    State state,
    int version,
    boolean inStep) {
  /** From the invitation to the end. */
  public enum State {
    INVITED,
    ACTIVE,
    REMOVED
  }

  public boolean belongs() {
    return state != State.REMOVED;
  }
}
