package io.autodidact.console;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;

/** Asks before something is done that others will notice. */
public final class Confirm {
  private Confirm() {}

  /**
   * @param question as a heading
   * @param consequence what will happen, in a sentence
   * @param verb on the button
   */
  public static void ask(String question, String consequence, String verb, Runnable act) {
    open(question, consequence, verb, ButtonVariant.PRIMARY.getVariantName(), act);
  }

  /** As {@link #ask}, for what can not be taken back. */
  public static void warn(String question, String consequence, String verb, Runnable act) {
    var theme =
        String.join(
            " ", ButtonVariant.ERROR.getVariantName(), ButtonVariant.PRIMARY.getVariantName());
    open(question, consequence, verb, theme, act);
  }

  private static void open(
      String question, String consequence, String verb, String theme, Runnable act) {
    var dialog = new ConfirmDialog();
    dialog.setHeader(question);
    dialog.setText(consequence);
    dialog.setConfirmText(verb);
    dialog.setConfirmButtonTheme(theme);
    dialog.setCancelable(true);
    dialog.setCancelText(UI.getCurrent().getTranslation("action.cancel"));
    dialog.addConfirmListener(confirmed -> act.run());
    dialog.open();
  }
}
