package io.autodidact.tenant;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody is, as a token of the directory says it; what they may do is said by {@link
 * Memberships}.
 *
 * @param kind a program where the token was given to a service account
 * @param organisations aliases of those they belong to
 * @param roles of the realm
 */
public record Identity(
    Caller.Kind kind,
    UUID subject,
    String name,
    Optional<String> email,
    Set<String> organisations,
    Set<String> roles) {
  public Identity {
    organisations = Set.copyOf(organisations);
    roles = Set.copyOf(roles);
  }

  /**
   * Reads a token's claims as Keycloak writes them.
   *
   * @throws IllegalArgumentException if its subject is no id of an account
   */
  public static Identity of(Map<String, ? extends @Nullable Object> claims) {
    var account = text(claims.get("preferred_username")).orElse("");
    return new Identity(
        account.startsWith("service-account-") ? Caller.Kind.PROGRAM : Caller.Kind.PERSON,
        UUID.fromString(text(claims.get("sub")).orElse("")),
        text(claims.get("name")).or(() -> text(claims.get("preferred_username"))).orElse("Unnamed"),
        text(claims.get("email")).map(email -> email.toLowerCase(Locale.ROOT)),
        organisations(claims.get("organization")),
        claims.get("realm_access") instanceof Map<?, ?> access
            ? texts(access.get("roles"))
            : Set.of());
  }

  /** An array of aliases, or an object with a property each. */
  private static Set<String> organisations(@Nullable Object claim) {
    return claim instanceof Map<?, ?> described ? texts(described.keySet()) : texts(claim);
  }

  private static Set<String> texts(@Nullable Object claim) {
    return claim instanceof Collection<?> values
        ? values.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet())
        : Set.of();
  }

  private static Optional<String> text(@Nullable Object claim) {
    return claim instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
  }

  public boolean has(PersonRole role) {
    return roles.contains(role.word());
  }
}
