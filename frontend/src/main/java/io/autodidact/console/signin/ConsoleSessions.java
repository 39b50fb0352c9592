package io.autodidact.console.signin;

import io.autodidact.api.OnRole;
import io.autodidact.api.Role;
import io.autodidact.identity.AccessEnded;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** The sessions of this process, so that they can be ended from outside the browser. */
@Component
@OnRole(Role.CONSOLE)
class ConsoleSessions implements HttpSessionListener, LogoutHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ConsoleSessions.class);

  private final Set<HttpSession> open = ConcurrentHashMap.newKeySet();

  @Override
  public void sessionCreated(HttpSessionEvent event) {
    open.add(event.getSession());
  }

  @Override
  public void sessionDestroyed(HttpSessionEvent event) {
    open.remove(event.getSession());
  }

  /**
   * The identity provider says that somebody signed out there (OpenID Connect Back-Channel 1.0).
   */
  @Override
  public void logout(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Authentication authentication) {
    if (authentication != null && authentication.getPrincipal() instanceof OidcLogoutToken token) {
      end(person -> isMeant(token, person));
    }
  }

  /** Somebody was removed, or a tenant was disabled: open pages are closed now, not at a click. */
  @EventListener
  void accessEnded(AccessEnded ended) {
    end(
        person ->
            person
                .acting()
                .filter(acting -> ended.concerns(acting.tenant(), person.who().subject()))
                .isPresent());
  }

  private static boolean isMeant(OidcLogoutToken token, SignedInPerson person) {
    return token.getSessionId() == null
        ? Objects.equals(token.getSubject(), person.getSubject())
        : token.getSessionId().equals(person.getClaimAsString("sid"));
  }

  /**
   * Ends the sessions of those people; their pages ask for a fresh sign-in. On a thread of its own:
   * Vaadin ties the calling one to the session of whoever is at work there.
   */
  void end(Predicate<SignedInPerson> whose) {
    try {
      Thread.ofVirtual().start(() -> open.forEach(session -> end(session, whose))).join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // The thread goes on ending them.
    }
  }

  private static void end(HttpSession session, Predicate<SignedInPerson> whose) {
    try {
      if (person(session).filter(whose).isPresent()) {
        session.invalidate();
      }
    } catch (IllegalStateException ended) {
      LOG.trace("A session had ended by itself");
    }
  }

  private static Optional<SignedInPerson> person(HttpSession session) {
    return session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
            instanceof SecurityContext context
        ? Optional.ofNullable(context.getAuthentication())
            .map(authentication -> authentication.getPrincipal())
            .filter(SignedInPerson.class::isInstance)
            .map(SignedInPerson.class::cast)
        : Optional.empty();
  }
}
