package io.autodidact.tenant;

import java.time.Instant;

/**
 * A company.
 *
 * @param alias its organisation's alias in the directory; empty where people do not sign in
 * @param inStep whether the directory has followed the last change
 */
public record Tenant(
    TenantId id, String alias, String name, State state, Instant createdAt, boolean inStep) {
  /** Whether its people and keys get in. */
  public enum State {
    ACTIVE,
    DISABLED
  }
}
