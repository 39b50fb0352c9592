package io.autodidact.console;

import com.vaadin.flow.spring.security.AuthenticationContext;
import io.autodidact.console.signin.SignedInPerson;
import io.autodidact.tenant.Caller;
import io.autodidact.tenant.Membership;
import io.autodidact.tenant.TenantId;

/** Who sits before the screen: the only door to it. */
public final class SignedIn {
  private SignedIn() {}

  /** Whose things the views show. */
  public static TenantId tenant(AuthenticationContext authentication) {
    return caller(authentication).tenant();
  }

  /** In whose name use cases act. */
  public static Caller caller(AuthenticationContext authentication) {
    return authentication
        .getAuthenticatedUser(Object.class)
        .map(SignedIn::caller)
        .orElseThrow(() -> new IllegalStateException("Strangers see no view but the sign-in"));
  }

  private static Caller caller(Object principal) {
    return switch (principal) {
      case Caller caller -> caller;
      case SignedInPerson person ->
          person
              .acting()
              .map(Membership::caller)
              .orElseThrow(() -> new IllegalStateException("A tenant is chosen before any view"));
      default -> throw new IllegalStateException("Nobody signs in as a " + principal.getClass());
    };
  }
}
