package io.autodidact.console;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.autodidact.api.NotFound;
import jakarta.servlet.http.HttpServletResponse;

/** A view could not be shown: a sentence, and a number under which the log tells more. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
public class TroubleScreen extends Screen implements HasErrorParameter<Exception> {
  private static final long serialVersionUID = 1L;

  public TroubleScreen() {
    super("trouble.title");
  }

  @Override
  public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
    if (parameter.getException() instanceof NotFound missing) {
      event.rerouteToError(NotFoundException.class, missing.getMessage());
      return HttpServletResponse.SC_NOT_FOUND;
    }
    var reference = Troubles.log(parameter.getException());
    add(
        new EmptyState(
            VaadinIcon.WARNING,
            getTranslation("trouble.heading"),
            getTranslation("trouble.text", reference),
            new Anchor(
                event.getLocation().getPathWithQueryParameters(), getTranslation("action.again"))));
    return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
  }
}
