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
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** Where people sign in. */
@Route(value = "sign-in", autoLayout = false)
@AnonymousAllowed
public class SignInView extends VerticalLayout implements HasDynamicTitle {
  private static final long serialVersionUID = 1L;

  private final PasswordField key = new PasswordField(getTranslation("sign-in.key"));

  SignInView(SignIn signIn) {
    setSizeFull();
    setAlignItems(Alignment.CENTER);
    setJustifyContentMode(JustifyContentMode.CENTER);
    key.setWidthFull();
    key.setAutofocus(true);
    key.setHelperText(getTranslation("sign-in.help"));
    var go = new Button(getTranslation("sign-in.title"), click -> signIn(signIn));
    go.addThemeVariants(ButtonVariant.PRIMARY);
    go.addClickShortcut(Key.ENTER);
    go.setWidthFull();
    var form =
        new VerticalLayout(
            new H1(getTranslation("shell.name")),
            new Paragraph(getTranslation("sign-in.claim")),
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
    key.setErrorMessage(getTranslation("sign-in.wrong"));
  }

  @Override
  public String getPageTitle() {
    return getTranslation("shell.title", getTranslation("sign-in.title"));
  }
}
