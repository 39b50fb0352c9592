package io.autodidact.console.signin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.card.Card;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.FlexComponent.Alignment;
import com.vaadin.flow.component.orderedlayout.FlexComponent.JustifyContentMode;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/**
 * Where people sign in by an API key if there is no identity provider; if there is one, where they
 * learn why its own page did not come.
 */
@Route(value = "sign-in", autoLayout = false)
@AnonymousAllowed
public class SignInView extends VerticalLayout implements BeforeEnterObserver, HasDynamicTitle {
  private static final long serialVersionUID = 1L;

  private final VerticalLayout form = new VerticalLayout();
  private final transient OpenIdClient client;
  private final transient SignIn signIn;

  SignInView(OpenIdClient client, SignIn signIn) {
    this.client = client;
    this.signIn = signIn;
    setSizeFull();
    setAlignItems(Alignment.CENTER);
    setJustifyContentMode(JustifyContentMode.CENTER);
    form.setAlignItems(Alignment.STRETCH);
    var card = new Card();
    card.setWidth("26rem");
    card.setMaxWidth("100%");
    card.add(form);
    add(card);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent entered) {
    form.removeAll();
    form.add(new H1(getTranslation("shell.name")), new Paragraph(getTranslation("sign-in.claim")));
    if (client.isConfigured()) {
      var reason = entered.getLocation().getQueryParameters().getSingleParameter("reason");
      reason
          .flatMap(SignInReason::of)
          .ifPresent(known -> form.add(announce(new Paragraph(getTranslation(known.text())))));
      form.add(
          link("/sign-in", getTranslation("sign-in.again")),
          link(OtherAccount.ADDRESS, getTranslation("sign-in.other")));
    } else {
      addKey();
    }
  }

  private static Component announce(Paragraph sentence) {
    sentence.getElement().setAttribute("role", "alert");
    return sentence;
  }

  /** Past Vaadin, to the server. */
  private static Anchor link(String address, String words) {
    var link = new Anchor(address, words);
    link.setRouterIgnore(true);
    return link;
  }

  private void addKey() {
    var key = new PasswordField(getTranslation("sign-in.key"));
    key.setAutofocus(true);
    key.setHelperText(getTranslation("sign-in.help"));
    var go = new Button(getTranslation("sign-in.title"), click -> signIn(key));
    go.addThemeVariants(ButtonVariant.PRIMARY);
    go.addClickShortcut(Key.ENTER);
    form.add(key, go);
  }

  private void signIn(PasswordField key) {
    if (signIn.with(key.getValue())) {
      UI.getCurrent().getPage().setLocation("/");
      return;
    }
    key.setInvalid(true);
    key.setErrorMessage(getTranslation("sign-in.wrong"));
  }

  @Override
  public String getPageTitle() {
    return getTranslation("shell.title", getTranslation("sign-in.title"));
  }
}
