package io.autodidact.tenant;

import static io.autodidact.tenant.Permission.RUN_PLATFORM;
import static io.autodidact.tenant.Permission.RUN_TENANT;
import static io.autodidact.tenant.Permission.TEACH_AGENTS;
import static io.autodidact.tenant.Permission.USE_AGENTS;

import java.util.Set;

/** What people are. This and {@link KeyScope} are the one place that says who may what. */
public enum PersonRole {
  BUSINESS_USER("business-user", USE_AGENTS, TEACH_AGENTS),
  TENANT_ADMIN("tenant-admin", USE_AGENTS, TEACH_AGENTS, RUN_TENANT),
  /** Of the platform, and of no tenant: sees no tenant's data unless also a member there. */
  PLATFORM_ADMIN("platform-admin", RUN_PLATFORM);

  private final String word;
  private final Set<Permission> permissions;

  PersonRole(String word, Permission... permissions) {
    this.word = word;
    this.permissions = Set.of(permissions);
  }

  /** Its name in the directory and in tokens. */
  public String word() {
    return word;
  }

  public Set<Permission> permissions() {
    return permissions;
  }
}
