package io.autodidact.console.signin;

import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.autodidact.api.CallerAuthentication;
import io.autodidact.api.OnRole;
import io.autodidact.api.Role;
import io.autodidact.tenant.ApiKeys;
import io.autodidact.tenant.Caller;
import io.autodidact.tenant.Permission;

/** Signs a person in by an API key that may manage, where there is no identity provider. */
@SpringComponent
@OnRole(Role.CONSOLE)
class SignIn {
  private final ApiKeys keys;

  SignIn(ApiKeys keys) {
    this.keys = keys;
  }

  /** False if nobody has that key or it may not manage. The session gets a new id. */
  boolean with(String key) {
    var caller = keys.recognise(key.strip()).filter(known -> known.may(Permission.TEACH_AGENTS));
    caller.ifPresent(SignIn::remember);
    return caller.isPresent();
  }

  private static void remember(Caller caller) {
    var request = VaadinServletRequest.getCurrent();
    VaadinService.reinitializeSession(request);
    Acting.remember(
        CallerAuthentication.of(caller),
        request.getHttpServletRequest(),
        VaadinServletResponse.getCurrent().getHttpServletResponse());
  }
}
