package io.autodidact.console.software;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.autodidact.console.Screen;
import io.autodidact.console.SignedIn;
import io.autodidact.environment.ConnectionDraft;
import jakarta.annotation.security.RolesAllowed;

/** Begins a connection, or goes on with one that nothing was entered in yet. */
@Route("connect")
@RolesAllowed("TEACH_AGENTS")
public class ConnectStartView extends Screen implements BeforeEnterObserver {
  private static final long serialVersionUID = 1L;

  private final transient AuthenticationContext authentication;
  private final transient Connecting connecting;

  ConnectStartView(AuthenticationContext authentication, Connecting connecting) {
    super("connect.title");
    this.authentication = authentication;
    this.connecting = connecting;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var tenant = SignedIn.tenant(authentication);
    var draft =
        connecting.drafts().unfinished(tenant).stream()
            .filter(begun -> begun.changes().isEmpty())
            .filter(begun -> !begun.isDescribed() && begun.data().name().isBlank())
            .map(ConnectionDraft::id)
            .findFirst()
            .orElseGet(() -> connecting.drafts().begin(tenant));
    event.forwardTo(ConnectView.class, ConnectView.at(draft, ConnectView.FIRST));
  }
}
