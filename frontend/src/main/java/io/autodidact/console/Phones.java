package io.autodidact.console;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.shared.Registration;
import java.util.Arrays;
import java.util.List;

/** What narrow screens leave out. */
public final class Phones {
  private static final int WIDE = 800;

  private Phones() {}

  /** Shows these columns only where the screen has room for them. */
  @SafeVarargs
  public static <T> void hide(Grid<T> grid, Grid.Column<T>... columns) {
    var some = List.copyOf(Arrays.asList(columns));
    grid.addAttachListener(
        attached -> {
          var ui = attached.getUI();
          show(some, width(ui));
          Registration watch =
              ui.getPage().addBrowserWindowResizeListener(sized -> show(some, sized.getWidth()));
          grid.addDetachListener(
              detached -> {
                detached.unregisterListener();
                watch.remove();
              });
        });
  }

  private static int width(UI ui) {
    var details = ui.getPage().getExtendedClientDetails();
    return details == null || details.getWindowInnerWidth() <= 0
        ? WIDE
        : details.getWindowInnerWidth();
  }

  private static <T> void show(List<Grid.Column<T>> columns, int width) {
    columns.forEach(column -> column.setVisible(width >= WIDE));
  }
}
