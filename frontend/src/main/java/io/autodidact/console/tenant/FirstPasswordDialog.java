package io.autodidact.console.tenant;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;

/** Shows the first password of a new account, this once. */
public final class FirstPasswordDialog {
  private FirstPasswordDialog() {}

  /**
   * @param name of the person whose account it opens
   */
  public static void show(String name, String password) {
    var ui = UI.getCurrent();
    var dialog = new Dialog();
    dialog.setHeaderTitle(ui.getTranslation("team.password.title", name));
    dialog.setCloseOnOutsideClick(false);
    var shown = new TextField(ui.getTranslation("team.password"));
    shown.setValue(password);
    shown.setReadOnly(true);
    shown.setWidthFull();
    dialog.add(new Paragraph(ui.getTranslation("team.password.text")), shown);
    dialog
        .getFooter()
        .add(new Button(ui.getTranslation("team.password.done"), click -> dialog.close()));
    dialog.open();
  }
}
