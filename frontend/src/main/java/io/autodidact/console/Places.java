package io.autodidact.console;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import java.util.Comparator;
import java.util.Optional;

/** Ways to screens that another area brings, where the person may go there. */
public final class Places {
  private Places() {}

  /**
   * A link to the first screen of an area in the navigation.
   *
   * @param area the name of its package
   */
  public static Optional<Anchor> in(String area) {
    return MenuConfiguration.getMenuEntries().stream()
        .filter(entry -> entry.menuClass().getPackageName().endsWith("." + area))
        .min(Comparator.comparing(MenuEntry::order))
        .map(entry -> link(entry));
  }

  private static Anchor link(MenuEntry entry) {
    var link = new Anchor(entry.path());
    link.setText(link.getTranslation("home.go"));
    return link;
  }
}
