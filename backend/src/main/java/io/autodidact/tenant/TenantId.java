package io.autodidact.tenant;

import java.util.UUID;

/** Identifies a tenant. */
public record TenantId(UUID value) {
  /** Not a company: whoever acts for it runs the platform and sees all tenants' names. */
  public static final TenantId PLATFORM = new TenantId(new UUID(0, 0));
}
