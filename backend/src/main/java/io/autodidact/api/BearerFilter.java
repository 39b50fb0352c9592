package io.autodidact.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Signs a request in by what its {@code Authorization: Bearer} header shows. */
final class BearerFilter extends OncePerRequestFilter {
  /** Names the tenant to act for, where a token's bearer belongs to several. */
  static final String TENANT = "Autodidact-Tenant";

  private static final String BEARER = "Bearer ";

  private final BearerTokens tokens;
  private final Errors errors;

  BearerFilter(BearerTokens tokens, Errors errors) {
    this.tokens = tokens;
    this.errors = errors;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header == null || !header.startsWith(BEARER)) {
      chain.doFilter(request, response);
      return;
    }
    var wanted = Optional.ofNullable(request.getHeader(TENANT));
    switch (tokens.recognise(header.substring(BEARER.length()).strip(), wanted)) {
      case BearerTokens.Shown.By(var caller) -> {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(CallerAuthentication.of(caller));
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
      }
      case BearerTokens.Shown.Refused(var status, var reason) -> {
        if (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
          response.setHeader(HttpHeaders.RETRY_AFTER, "5");
        }
        errors.write(request, response, status, reason);
      }
    }
  }

  /** Event streams answer from a second dispatch, which must be signed in as the first was. */
  @Override
  protected boolean shouldNotFilterAsyncDispatch() {
    return false;
  }
}
