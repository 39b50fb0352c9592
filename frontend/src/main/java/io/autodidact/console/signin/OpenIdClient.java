package io.autodidact.console.signin;

import io.autodidact.api.OnRole;
import io.autodidact.api.Role;
import io.autodidact.tenant.Identity;
import io.autodidact.tenant.IdentityProvider;
import io.autodidact.tenant.Memberships;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** This console as a client of the identity provider. */
@Component
@OnRole(Role.CONSOLE)
class OpenIdClient {
  static final String REGISTRATION = "keycloak";

  /** The code of the refusal of somebody who belongs nowhere. */
  static final String NO_TENANT = "no-tenant";

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final IdentityProvider provider;
  private final Memberships memberships;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  OpenIdClient(IdentityProvider provider, Memberships memberships) {
    this.provider = provider;
    this.memberships = memberships;
  }

  boolean isConfigured() {
    return provider.isConfigured();
  }

  /** Where the provider's pages are, as a browser writes origins. */
  String origin() {
    var server = provider.server();
    return server.getScheme() + "://" + server.getAuthority();
  }

  /** Whether the provider answers now. */
  boolean isUp() {
    var request =
        HttpRequest.newBuilder(URI.create(provider.address("certs"))).timeout(PATIENCE).build();
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  ClientRegistrationRepository registrations() {
    return id -> id.equals(REGISTRATION) ? registration() : null;
  }

  private ClientRegistration registration() {
    return ClientRegistration.withRegistrationId(REGISTRATION)
        .clientId(provider.clientId())
        .clientSecret(provider.clientSecret())
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
        // All of them: who belongs to several chooses here, and may switch.
        .scope("openid", "profile", "email", "organization:*")
        .issuerUri(provider.issuer().toString())
        .authorizationUri(provider.address("auth"))
        .tokenUri(provider.address("token"))
        .jwkSetUri(provider.address("certs"))
        .providerConfigurationMetadata(Map.of("end_session_endpoint", provider.address("logout")))
        .build();
  }

  /** Who only belongs to one tenant acts for that one; others choose. */
  OidcUser arrive(OidcUserRequest request) {
    var who = Identity.of(request.getIdToken().getClaims());
    var all = memberships.of(who);
    if (all.isEmpty()) {
      throw new OAuth2AuthenticationException(new OAuth2Error(NO_TENANT));
    }
    return new SignedInPerson(
        request.getIdToken(),
        who,
        all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty());
  }
}
