package io.autodidact.console.tenant;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import io.autodidact.identity.Invitation;
import io.autodidact.tenant.PersonRole;
import java.util.Optional;
import java.util.function.Consumer;

/** Asks whom to invite. */
final class InviteDialog extends Dialog {
  private static final long serialVersionUID = 1L;

  private final TextField name = new TextField(getTranslation("team.name"));
  private final EmailField email = new EmailField(getTranslation("team.email"));
  private final ComboBox<PersonRole> role = new ComboBox<>(getTranslation("team.role"));

  InviteDialog(Consumer<Invitation> invite) {
    setHeaderTitle(getTranslation("team.invite"));
    name.setRequired(true);
    name.setMaxLength(200);
    email.setRequired(true);
    email.setHelperText(getTranslation("team.email.help"));
    role.setItems(PersonRole.BUSINESS_USER, PersonRole.TENANT_ADMIN);
    role.setItemLabelGenerator(one -> getTranslation("role." + one));
    role.setValue(PersonRole.BUSINESS_USER);
    role.setRequired(true);
    add(new FormLayout(name, email, role));
    var go = new Button(getTranslation("team.invite"), click -> submit(invite));
    go.addThemeVariants(ButtonVariant.PRIMARY);
    getFooter().add(new Button(getTranslation("action.cancel"), click -> close()), go);
  }

  private void submit(Consumer<Invitation> invite) {
    if (name.isEmpty() || email.isEmpty() || email.isInvalid()) {
      name.setInvalid(name.isEmpty());
      email.setInvalid(email.isEmpty() || email.isInvalid());
      return;
    }
    invite.accept(
        new Invitation(email.getValue(), name.getValue(), Optional.ofNullable(role.getValue())));
    close();
  }
}
