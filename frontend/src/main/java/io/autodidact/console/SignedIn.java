package io.autodidact.console;

import com.vaadin.flow.spring.security.AuthenticationContext;
import io.autodidact.tenant.Caller;
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
        .getAuthenticatedUser(Caller.class)
        .orElseThrow(() -> new IllegalStateException("Strangers see no view but the sign-in"));
  }
}
