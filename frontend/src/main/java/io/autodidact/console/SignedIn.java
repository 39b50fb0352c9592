package io.autodidact.console;

import com.vaadin.flow.spring.security.AuthenticationContext;
import io.autodidact.tenant.Caller;
import io.autodidact.tenant.TenantId;

/** Whose runs the views show. */
final class SignedIn {
  private SignedIn() {}

  static TenantId tenant(AuthenticationContext authentication) {
    return authentication
        .getAuthenticatedUser(Caller.class)
        .map(Caller::tenant)
        .orElseThrow(() -> new IllegalStateException("Strangers see no view but the sign-in"));
  }
}
