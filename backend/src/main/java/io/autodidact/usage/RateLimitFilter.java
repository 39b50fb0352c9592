package io.autodidact.usage;

import io.autodidact.api.Errors;
import io.autodidact.tenant.Caller;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Holds every tenant to its requests a minute, over {@code /api} and {@code /v1} together. Comes
 * behind the security chain, which knows whose request it is, and before everything that works.
 */
@Component
@Order(0)
class RateLimitFilter extends OncePerRequestFilter {
  private final RateLimit limit;
  private final Errors errors;

  RateLimitFilter(RateLimit limit, Errors errors) {
    this.limit = limit;
    this.errors = errors;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    var path = request.getRequestURI();
    return !(path.startsWith("/api/") || path.startsWith("/v1/"));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var wait = caller().flatMap(caller -> limit.take(caller.tenant()));
    if (wait.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    long seconds = Math.max(1, wait.get().plus(Duration.ofMillis(999)).toSeconds());
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    errors.write(
        request,
        response,
        429,
        "Your tenant has used up its requests a minute; try again in " + seconds + " s.");
  }

  private static Optional<Caller> caller() {
    return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
        .map(authentication -> authentication.getPrincipal())
        .filter(Caller.class::isInstance)
        .map(Caller.class::cast);
  }
}
