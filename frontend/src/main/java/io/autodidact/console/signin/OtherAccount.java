package io.autodidact.console.signin;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * Asks the provider for a code, with proof that only we can redeem it (PKCE); with {@code ?other},
 * has it ask for an account even if it knows one.
 */
final class OtherAccount implements OAuth2AuthorizationRequestResolver {
  static final String ADDRESS = "/oauth2/authorization/" + OpenIdClient.REGISTRATION + "?other";

  private final DefaultOAuth2AuthorizationRequestResolver requests;

  OtherAccount(OpenIdClient client) {
    requests =
        new DefaultOAuth2AuthorizationRequestResolver(
            client.registrations(), "/oauth2/authorization");
    requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
    return asked(request, requests.resolve(request));
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest resolve(
      HttpServletRequest request, String registration) {
    return asked(request, requests.resolve(request, registration));
  }

  private static @Nullable OAuth2AuthorizationRequest asked(
      HttpServletRequest request, @Nullable OAuth2AuthorizationRequest made) {
    return made == null || request.getParameter("other") == null
        ? made
        : OAuth2AuthorizationRequest.from(made)
            .additionalParameters(more -> more.put("prompt", "login"))
            .build();
  }
}
