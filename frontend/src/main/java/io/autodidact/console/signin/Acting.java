package io.autodidact.console.signin;

import io.autodidact.tenant.Membership;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** Writes into the session what a signed-in person acts as. */
final class Acting {
  private static final HttpSessionSecurityContextRepository SESSIONS =
      new HttpSessionSecurityContextRepository();

  private Acting() {}

  static void as(
      Membership membership,
      SignedInPerson person,
      HttpServletRequest request,
      HttpServletResponse response) {
    var acting = person.actingAs(membership);
    remember(
        new OAuth2AuthenticationToken(acting, acting.getAuthorities(), OpenIdClient.REGISTRATION),
        request,
        response);
  }

  static void remember(
      Authentication authentication, HttpServletRequest request, HttpServletResponse response) {
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(authentication);
    SecurityContextHolder.setContext(context);
    SESSIONS.saveContext(context, request, response);
  }
}
