package io.autodidact.console.signin;

import com.vaadin.flow.spring.security.UidlRedirectStrategy;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;

/** Ends the session at the identity provider too, if that can be reached. */
final class SignOut extends OidcClientInitiatedLogoutSuccessHandler {
  private final OpenIdClient client;

  SignOut(OpenIdClient client) {
    super(client.registrations());
    this.client = client;
    setPostLogoutRedirectUri("{baseUrl}/");
    setRedirectStrategy(new UidlRedirectStrategy());
  }

  @Override
  protected String determineTargetUrl(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Authentication authentication) {
    return client.isUp()
        ? super.determineTargetUrl(request, response, authentication)
        : "/sign-in?reason=" + SignInReason.AWAY.word();
  }
}
