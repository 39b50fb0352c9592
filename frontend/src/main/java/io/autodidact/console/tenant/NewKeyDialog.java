package io.autodidact.console.tenant;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import io.autodidact.console.Notice;
import io.autodidact.tenant.ApiKey;
import io.autodidact.tenant.ApiKeys;
import io.autodidact.tenant.TenantId;
import java.util.List;

/** Makes a key, and shows it this once. */
final class NewKeyDialog extends Dialog {
  private static final long serialVersionUID = 1L;
  private static final List<String> SCOPES = List.of("chat", "manage");
  private static final int LONGEST = 100;

  private final transient TenantId tenant;
  private final transient ApiKeys keys;
  private final transient Runnable afterwards;
  private final TextField name = new TextField();
  private final CheckboxGroup<String> scopes = new CheckboxGroup<>();

  NewKeyDialog(TenantId tenant, ApiKeys keys, Runnable afterwards) {
    this.tenant = tenant;
    this.keys = keys;
    this.afterwards = afterwards;
    setHeaderTitle(getTranslation("key.new"));
    setWidth("32rem");
    setMaxWidth("100%");
    name.setLabel(getTranslation("key.name"));
    name.setHelperText(getTranslation("key.name.help"));
    name.setMaxLength(LONGEST);
    name.setWidthFull();
    name.setAutofocus(true);
    scopes.setLabel(getTranslation("key.scopes"));
    scopes.setItems(SCOPES);
    scopes.setItemLabelGenerator(scope -> getTranslation("key.scope." + scope));
    scopes.addThemeName("vertical");
    scopes.select(SCOPES.getFirst());
    var create = new Button(getTranslation("key.create"), click -> create());
    create.addThemeVariants(ButtonVariant.PRIMARY);
    add(name, scopes);
    getFooter().add(new Button(getTranslation("action.cancel"), click -> close()), create);
  }

  private void create() {
    name.setErrorMessage(getTranslation("key.name.missing"));
    name.setInvalid(name.getValue().isBlank());
    scopes.setErrorMessage(getTranslation("key.scopes.missing"));
    scopes.setInvalid(scopes.isEmpty());
    if (!name.isInvalid() && !scopes.isInvalid()) {
      show(keys.create(tenant, name.getValue().strip(), scopes.getValue()));
      afterwards.run();
    }
  }

  private void show(ApiKey key) {
    removeAll();
    getFooter().removeAll();
    setHeaderTitle(getTranslation("key.made"));
    setCloseOnOutsideClick(false);
    var text = new Code(key.text());
    text.addClassName("digest");
    var copy =
        new Button(
            getTranslation("code.copy"),
            VaadinIcon.COPY.create(),
            click -> {
              getElement().executeJs("navigator.clipboard.writeText($0)", key.text());
              Notice.done(getTranslation("code.copied"));
            });
    var done = new Button(getTranslation("key.kept"), click -> close());
    done.addThemeVariants(ButtonVariant.PRIMARY);
    add(new Paragraph(getTranslation("key.once")), text);
    getFooter().add(copy, done);
  }
}
