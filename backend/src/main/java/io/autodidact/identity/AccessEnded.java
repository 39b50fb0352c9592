package io.autodidact.identity;

import io.autodidact.tenant.TenantId;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody, or everybody, may no longer act for a tenant: open pages of theirs are closed.
 *
 * @param person empty for everybody
 */
public record AccessEnded(TenantId tenant, Optional<UUID> person) {
  public boolean concerns(TenantId acting, UUID who) {
    return tenant.equals(acting) && person.map(who::equals).orElse(true);
  }
}
