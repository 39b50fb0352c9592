package io.autodidact.console;

import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.autodidact.api.OnRole;
import io.autodidact.api.Role;
import io.autodidact.tenant.ApiKeys;
import io.autodidact.tenant.Caller;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** Signs a person in by an API key that may manage, until identity comes. */
@SpringComponent
@OnRole(Role.CONSOLE)
class SignIn {
  private final ApiKeys keys;
  private final HttpSessionSecurityContextRepository sessions =
      new HttpSessionSecurityContextRepository();

  SignIn(ApiKeys keys) {
    this.keys = keys;
  }

  /** False if nobody has that key or it may not manage. The session gets a new id. */
  boolean with(String key) {
    var caller = keys.recognise(key.strip()).filter(known -> known.scopes().contains("manage"));
    caller.ifPresent(this::remember);
    return caller.isPresent();
  }

  private void remember(Caller caller) {
    var request = VaadinServletRequest.getCurrent();
    VaadinService.reinitializeSession(request);
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(
            caller, null, List.of(new SimpleGrantedAuthority("ROLE_USER"))));
    SecurityContextHolder.setContext(context);
    sessions.saveContext(
        context,
        request.getHttpServletRequest(),
        VaadinServletResponse.getCurrent().getHttpServletResponse());
  }
}
