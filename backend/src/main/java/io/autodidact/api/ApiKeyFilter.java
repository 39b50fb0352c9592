package io.autodidact.api;

import io.autodidact.tenant.ApiKeys;
import io.autodidact.tenant.Caller;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Signs a request in by the key in its {@code Authorization: Bearer} header. */
final class ApiKeyFilter extends OncePerRequestFilter {
  private static final String BEARER = "Bearer ";
  private final ApiKeys keys;

  ApiKeyFilter(ApiKeys keys) {
    this.keys = keys;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header != null && header.startsWith(BEARER)) {
      keys.recognise(header.substring(BEARER.length()).strip()).ifPresent(ApiKeyFilter::signIn);
    }
    chain.doFilter(request, response);
  }

  private static void signIn(Caller caller) {
    var scopes =
        caller.scopes().stream()
            .map(scope -> new SimpleGrantedAuthority("SCOPE_" + scope))
            .toList();
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(caller, null, scopes));
    SecurityContextHolder.setContext(context);
  }

  /** Event streams answer from a second dispatch, which must be signed in as the first was. */
  @Override
  protected boolean shouldNotFilterAsyncDispatch() {
    return false;
  }
}
