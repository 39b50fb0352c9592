package io.autodidact.tenant;

import java.util.Set;
import java.util.UUID;

/**
 * Who asks, for which tenant, and what that lets them do.
 *
 * @param id of the person's account in the directory, or of the API key
 * @param name as people know them: a person's name, a key's name
 * @param tenant the one acted for; {@link TenantId#PLATFORM} for who runs the platform
 */
public record Caller(Kind kind, UUID id, String name, TenantId tenant, Set<Permission> may) {
  /** What asks. */
  public enum Kind {
    PERSON,
    PROGRAM
  }

  public Caller {
    may = Set.copyOf(may);
  }

  /** A program that showed an API key of these scopes. */
  public static Caller key(UUID id, String name, TenantId tenant, Set<String> scopes) {
    return new Caller(Kind.PROGRAM, id, name, tenant, KeyScope.permissions(scopes));
  }

  public boolean may(Permission permission) {
    return may.contains(permission);
  }
}
