package io.autodidact.console;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import java.util.Arrays;
import java.util.List;

/**
 * Every view with {@code @Menu} that the person may open. The title names a text, the package tells
 * the group.
 */
final class Navigation extends Div {
  private static final long serialVersionUID = 1L;

  Navigation() {
    var entries = MenuConfiguration.getMenuEntries();
    Arrays.stream(Group.values()).forEach(group -> add(group, entries));
  }

  /** Which entries stand together. */
  private enum Group {
    WORK("shell.group.work", List.of()),
    COMPANY("shell.group.company", List.of(".tenant")),
    PLATFORM("shell.group.platform", List.of(".platform"));

    private final String label;
    private final List<String> packages;

    Group(String label, List<String> packages) {
      this.label = label;
      this.packages = packages;
    }

    static Group of(MenuEntry entry) {
      var place = entry.menuClass().getPackageName();
      return Arrays.stream(values())
          .filter(group -> group.packages.stream().anyMatch(place::endsWith))
          .findFirst()
          .orElse(WORK);
    }
  }

  private void add(Group group, List<MenuEntry> entries) {
    var items = entries.stream().filter(entry -> Group.of(entry) == group).map(this::item).toList();
    if (!items.isEmpty()) {
      var nav = new SideNav(getTranslation(group.label));
      items.forEach(nav::addItem);
      add(nav);
    }
  }

  private SideNavItem item(MenuEntry entry) {
    var item = new SideNavItem(getTranslation(entry.title()), entry.menuClass());
    item.setPrefixComponent(new Icon(entry.icon()));
    item.setMatchNested(!entry.path().isEmpty() && !entry.path().equals("/"));
    return item;
  }
}
