package io.autodidact.console;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.card.Card;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.FlexComponent.Alignment;
import com.vaadin.flow.component.orderedlayout.FlexComponent.JustifyContentMode;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** Where people sign in. */
@Route("sign-in")
@PageTitle("Sign in · Autodidact")
@AnonymousAllowed
public class SignInView extends VerticalLayout {
  private static final long serialVersionUID = 1L;

  private final PasswordField key = new PasswordField("API key");

  SignInView(SignIn signIn) {
    setSizeFull();
    setAlignItems(Alignment.CENTER);
    setJustifyContentMode(JustifyContentMode.CENTER);
    key.setWidthFull();
    key.setAutofocus(true);
    key.setPlaceholder("ak_…");
    key.setHelperText("Made when the platform first started; ./dev up says where it lies.");
    var go = new Button("Sign in", click -> signIn(signIn));
    go.addThemeVariants(ButtonVariant.PRIMARY);
    go.addClickShortcut(Key.ENTER);
    go.setWidthFull();
    var form =
        new VerticalLayout(
            new H1("Autodidact"),
            new Paragraph("Agents that teach themselves your software."),
            key,
            go);
    form.setAlignItems(Alignment.STRETCH);
    var card = new Card();
    card.setWidth("26rem");
    card.setMaxWidth("100%");
    card.add(form);
    add(card);
  }

  private void signIn(SignIn signIn) {
    if (signIn.with(key.getValue())) {
      UI.getCurrent().getPage().setLocation("/");
      return;
    }
    key.setInvalid(true);
    key.setErrorMessage("Nobody has this key, or it may not manage. Check it, then try again.");
  }
}
