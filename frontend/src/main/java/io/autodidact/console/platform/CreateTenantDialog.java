package io.autodidact.console.platform;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import io.autodidact.identity.Invitation;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Asks what a new tenant is called and who runs it. */
final class CreateTenantDialog extends Dialog {
  private static final long serialVersionUID = 1L;

  private final TextField name = new TextField(getTranslation("tenants.name"));
  private final TextField alias = new TextField(getTranslation("tenants.alias"));
  private final TextField adminName = new TextField(getTranslation("tenants.admin.name"));
  private final EmailField adminEmail = new EmailField(getTranslation("tenants.admin.email"));

  /** What was entered. */
  record Wanted(String alias, String name, Invitation admin) {}

  CreateTenantDialog(Consumer<Wanted> create) {
    setHeaderTitle(getTranslation("tenants.create"));
    name.setMaxLength(200);
    alias.setPattern("[a-z0-9][a-z0-9\\-]{0,62}");
    alias.setHelperText(getTranslation("tenants.alias.help"));
    adminName.setMaxLength(200);
    fields().forEach(field -> field.setRequired(true));
    adminEmail.setRequired(true);
    add(new FormLayout(name, alias, adminName, adminEmail));
    var go = new Button(getTranslation("tenants.create"), click -> submit(create));
    go.addThemeVariants(ButtonVariant.PRIMARY);
    getFooter().add(new Button(getTranslation("action.cancel"), click -> close()), go);
  }

  private Stream<TextField> fields() {
    return Stream.of(name, alias, adminName);
  }

  private void submit(Consumer<Wanted> create) {
    fields().filter(TextField::isEmpty).forEach(field -> field.setInvalid(true));
    adminEmail.setInvalid(adminEmail.isEmpty() || adminEmail.isInvalid());
    if (adminEmail.isInvalid() || fields().anyMatch(TextField::isInvalid)) {
      return;
    }
    create.accept(
        new Wanted(
            alias.getValue(),
            name.getValue(),
            new Invitation(adminEmail.getValue(), adminName.getValue(), Optional.empty())));
    close();
  }
}
