package io.autodidact.console.signin;

import io.autodidact.tenant.ApiKeys;
import io.autodidact.tenant.Caller;
import io.autodidact.tenant.Membership;
import io.autodidact.tenant.Memberships;
import io.autodidact.tenant.TenantId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Looks at every request whether its session still stands: a member who was removed, a tenant that
 * was disabled or a key that was revoked loses it; a changed role holds at once; who has not chosen
 * a tenant yet is led to the choice.
 */
final class StandingFilter extends OncePerRequestFilter {
  private final Memberships memberships;
  private final ApiKeys keys;

  StandingFilter(Memberships memberships, ApiKeys keys) {
    this.memberships = memberships;
    this.keys = keys;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    var path = request.getRequestURI();
    return (path.startsWith("/VAADIN/") && !path.startsWith("/VAADIN/push"))
        || request.getSession(false) == null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    var principal = authentication == null ? "nobody" : authentication.getPrincipal();
    boolean stands =
        switch (principal) {
          case SignedInPerson person ->
              person.acting().isEmpty() || stands(person, request, response);
          case Caller caller -> keys.stands(caller);
          case null, default -> true;
        };
    if (!stands) {
      end(request, response, chain);
    } else if (principal instanceof SignedInPerson person && isPage(request)) {
      var elsewhere = elsewhere(person, request);
      if (elsewhere.isPresent()) {
        response.sendRedirect(elsewhere.get());
      } else {
        chain.doFilter(request, response);
      }
    } else {
      chain.doFilter(request, response);
    }
  }

  /** After a change of role the new one holds from here on. */
  private boolean stands(
      SignedInPerson person, HttpServletRequest request, HttpServletResponse response) {
    var acting = person.acting().orElseThrow();
    Optional<Membership> now = memberships.in(acting.tenant(), person.who());
    now.filter(membership -> membership.role() != acting.role())
        .ifPresent(membership -> Acting.as(membership, person, request, response));
    return now.isPresent();
  }

  /** To the choice of a tenant; for who runs the platform, home is the list of tenants. */
  private static Optional<String> elsewhere(SignedInPerson person, HttpServletRequest request) {
    var path = request.getRequestURI();
    if (person.acting().isEmpty()) {
      return Optional.of("/choose-tenant?to=" + URLEncoder.encode(path, StandardCharsets.UTF_8));
    }
    boolean platform = person.acting().get().tenant().equals(TenantId.PLATFORM);
    return platform && path.equals("/") ? Optional.of("/tenants") : Optional.empty();
  }

  private static void end(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    request.getSession().invalidate();
    SecurityContextHolder.clearContext();
    if (isPage(request)) {
      response.sendRedirect("/sign-in?reason=" + SignInReason.ENDED.word());
    } else {
      chain.doFilter(request, response);
    }
  }

  /** Whether a browser asks for a page, and not a page for its content. */
  private static boolean isPage(HttpServletRequest request) {
    var accept = Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT)).orElse("");
    var path = request.getRequestURI();
    return request.getMethod().equals("GET")
        && accept.contains(MediaType.TEXT_HTML_VALUE)
        && request.getParameter("v-r") == null
        && !path.startsWith("/choose-tenant")
        && !path.startsWith("/sign-in")
        && !path.startsWith("/log");
  }
}
