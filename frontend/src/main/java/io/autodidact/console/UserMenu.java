package io.autodidact.console;

import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.server.VaadinRequest;
import java.util.List;
import java.util.Locale;

/** Who one is, for which company, and how one likes it here. */
final class UserMenu extends MenuBar {
  private static final long serialVersionUID = 1L;
  private static final List<ColorScheme.Value> APPEARANCES =
      List.of(ColorScheme.Value.LIGHT_DARK, ColorScheme.Value.LIGHT, ColorScheme.Value.DARK);

  /**
   * @param name of the person and the company
   * @param switches whether they may belong to other companies, too
   */
  UserMenu(String name, boolean switches, Runnable leave) {
    addClassName("user-menu");
    addThemeVariants(MenuBarVariant.TERTIARY);
    var avatar = new Avatar(name);
    avatar.getElement().setAttribute("aria-hidden", "true");
    var face = new Div(avatar, new Span(name));
    face.addClassName("face");
    var person = addItem(face);
    person.setAriaLabel(getTranslation("user.menu", name));
    var menu = person.getSubMenu();
    appearances(menu.addItem(getTranslation("user.appearance")).getSubMenu());
    languages(menu.addItem(getTranslation("user.language")).getSubMenu());
    menu.addSeparator();
    if (switches) {
      menu.addItem(
          getTranslation("user.switch"),
          click -> getUI().ifPresent(ui -> ui.getPage().setLocation("/choose-tenant")));
    }
    menu.addItem(getTranslation("user.sign-out"), click -> leave.run());
  }

  private void appearances(SubMenu menu) {
    var now = Preferences.appearance(VaadinRequest.getCurrent());
    for (var appearance : APPEARANCES) {
      var item = menu.addItem(getTranslation("user.appearance." + appearance.name()));
      check(item, appearance == now);
      item.addClickListener(
          click -> {
            Preferences.remember(appearance);
            getUI().ifPresent(ui -> ui.getPage().setColorScheme(appearance));
            menu.getItems().forEach(other -> other.setChecked(other == item));
          });
    }
  }

  private void languages(SubMenu menu) {
    for (var language : Texts.LANGUAGES) {
      var item = menu.addItem(language.getDisplayLanguage(language));
      item.getElement().setAttribute("lang", language.toLanguageTag());
      check(item, language.getLanguage().equals(getLocale().getLanguage()));
      item.addClickListener(click -> speak(language));
    }
  }

  private void speak(Locale language) {
    Preferences.remember(language);
    getUI().ifPresent(ui -> ui.getPage().reload());
  }

  private static void check(MenuItem item, boolean checked) {
    item.setCheckable(true);
    item.setChecked(checked);
  }
}
