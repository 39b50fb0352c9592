package io.autodidact.console;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.autodidact.api.OnRole;
import io.autodidact.api.Role;

/** Gives each browser that opens the console its owner's language and appearance. */
@SpringComponent
@OnRole(Role.CONSOLE)
class OpenBrowser implements VaadinServiceInitListener {
  private static final long serialVersionUID = 1L;

  @Override
  public void serviceInit(ServiceInitEvent event) {
    event.addIndexHtmlRequestListener(OpenBrowser::dress);
    event
        .getSource()
        .addSessionInitListener(opened -> opened.getSession().setErrorHandler(new Troubles()));
    event.getSource().addUIInitListener(opened -> greet(opened.getUI()));
  }

  /** In the page itself, so that nothing flashes in the wrong colours. */
  private static void dress(IndexHtmlResponse page) {
    var appearance = Preferences.appearance(page.getVaadinRequest());
    page.getDocument()
        .select("html")
        .attr("lang", Preferences.locale(page.getVaadinRequest()).getLanguage())
        .attr("theme", appearance.getThemeValue())
        .attr("style", "color-scheme: " + appearance.getValue());
  }

  private static void greet(UI ui) {
    ui.setLocale(Preferences.locale(VaadinRequest.getCurrent()));
  }
}
