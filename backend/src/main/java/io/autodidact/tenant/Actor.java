package io.autodidact.tenant;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Who acts, as the audit names them.
 *
 * @param kind {@code person}, {@code program} with an API key or a token of its own, {@code
 *     platform} for the platform's own work on a run
 * @param address where the request came from
 */
record Actor(String kind, String id, Optional<String> address, Optional<String> userAgent) {
  private static final int MOST = 300;

  /** Whom this thread works for. */
  static Actor current() {
    var request = request();
    var address = request.map(HttpServletRequest::getRemoteAddr);
    var agent = request.map(one -> one.getHeader("User-Agent")).map(Actor::cut);
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication == null) {
      return new Actor("platform", "worker", address, agent);
    }
    return authentication.getPrincipal() instanceof Caller caller
        ? new Actor(kind(caller), caller.id().toString(), address, agent)
        : new Actor("person", authentication.getName(), address, agent);
  }

  private static String kind(Caller caller) {
    return switch (caller.kind()) {
      case PERSON -> "person";
      case PROGRAM -> "program";
    };
  }

  private static Optional<HttpServletRequest> request() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current
        ? Optional.of(current.getRequest())
        : Optional.empty();
  }

  private static String cut(String text) {
    return text.length() <= MOST ? text : text.substring(0, MOST);
  }
}
