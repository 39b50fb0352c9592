package io.autodidact.console;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;

/** There is nothing at that address, or it is another company's, which looks the same. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
public class NotFoundScreen extends Screen implements HasErrorParameter<NotFoundException> {
  private static final long serialVersionUID = 1L;

  public NotFoundScreen() {
    super("not-found.title");
    add(
        new EmptyState(
            VaadinIcon.SEARCH,
            getTranslation("not-found.heading"),
            getTranslation("not-found.text"),
            new Anchor("", getTranslation("action.home"))));
  }

  @Override
  public int setErrorParameter(
      BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
    return HttpServletResponse.SC_NOT_FOUND;
  }
}
