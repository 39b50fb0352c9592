package io.autodidact.console.home;

import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.autodidact.console.Screen;
import jakarta.annotation.security.PermitAll;

/** Where one arrives. */
@Route("")
@Menu(title = "nav.home", order = 10, icon = "vaadin:home")
@PermitAll
public class HomeView extends Screen {
  private static final long serialVersionUID = 1L;

  HomeView() {
    super("nav.home");
  }
}
