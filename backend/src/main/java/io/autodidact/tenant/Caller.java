package io.autodidact.tenant;

import java.util.Set;
import java.util.UUID;

/**
 * Who asks: the tenant whose key was shown, and what that key may do.
 *
 * @param scopes among {@code manage} (environments, runs, releases) and {@code chat} (released
 *     agents)
 */
public record Caller(TenantId tenant, UUID key, Set<String> scopes) {
  public Caller {
    scopes = Set.copyOf(scopes);
  }
}
