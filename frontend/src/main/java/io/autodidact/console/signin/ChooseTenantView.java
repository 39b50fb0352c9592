package io.autodidact.console.signin;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.card.Card;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.FlexComponent.Alignment;
import com.vaadin.flow.component.orderedlayout.FlexComponent.JustifyContentMode;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.autodidact.tenant.Membership;
import io.autodidact.tenant.Memberships;
import jakarta.annotation.security.PermitAll;

/** Where somebody who belongs to several tenants says for which one they work; and switches. */
@Route(value = "choose-tenant", autoLayout = false)
@PermitAll
public class ChooseTenantView extends VerticalLayout
    implements BeforeEnterObserver, HasDynamicTitle {
  private static final long serialVersionUID = 1L;

  private final transient AuthenticationContext authentication;
  private final transient Memberships memberships;
  private final VerticalLayout choices = new VerticalLayout();
  private String to = "/";

  ChooseTenantView(AuthenticationContext authentication, Memberships memberships) {
    this.authentication = authentication;
    this.memberships = memberships;
    setSizeFull();
    setAlignItems(Alignment.CENTER);
    setJustifyContentMode(JustifyContentMode.CENTER);
    choices.setAlignItems(Alignment.STRETCH);
    var card = new Card();
    card.setWidth("26rem");
    card.setMaxWidth("100%");
    card.add(choices);
    add(card);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent entered) {
    to =
        entered
            .getLocation()
            .getQueryParameters()
            .getSingleParameter("to")
            .filter(ChooseTenantView::isOurs)
            .orElse("/");
    choices.removeAll();
    choices.add(
        new H1(getTranslation("choose-tenant.title")),
        new Paragraph(getTranslation("choose-tenant.text")));
    authentication
        .getAuthenticatedUser(Object.class)
        .filter(SignedInPerson.class::isInstance)
        .map(SignedInPerson.class::cast)
        .ifPresent(person -> memberships.of(person.who()).forEach(one -> offer(person, one)));
  }

  /** Nobody is led to another site from here. */
  private static boolean isOurs(String path) {
    return path.matches("/[^/\\\\].*") || path.equals("/");
  }

  private void offer(SignedInPerson person, Membership membership) {
    choices.add(new Button(membership.tenantName(), click -> choose(person, membership)));
  }

  /** The page is loaded anew, so that nothing of the other tenant stays on it. */
  private void choose(SignedInPerson person, Membership membership) {
    var request = VaadinServletRequest.getCurrent().getHttpServletRequest();
    Acting.as(
        membership, person, request, VaadinServletResponse.getCurrent().getHttpServletResponse());
    request.changeSessionId();
    UI.getCurrent().getPage().setLocation(to);
  }

  @Override
  public String getPageTitle() {
    return getTranslation("shell.title", getTranslation("choose-tenant.title"));
  }
}
