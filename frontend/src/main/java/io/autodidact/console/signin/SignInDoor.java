package io.autodidact.console.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Leads to the identity provider's own page; to ours, which explains, while it is away. */
final class SignInDoor extends OncePerRequestFilter {
  private final OpenIdClient client;

  SignInDoor(OpenIdClient client) {
    this.client = client;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getMethod().equals("GET")
        || !request.getRequestURI().equals("/sign-in")
        || request.getQueryString() != null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.sendRedirect(
        client.isUp()
            ? "/oauth2/authorization/" + OpenIdClient.REGISTRATION
            : "/sign-in?reason=" + SignInReason.AWAY.word());
  }
}
