package io.autodidact.console.chart;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import io.autodidact.console.Viewer;
import java.util.List;

/**
 * Lines with bands, or bars with whiskers, that show how sure each figure is. The same figures
 * stand below as a table, for those who read or hear rather than see.
 */
public final class Chart extends Div {
  private static final long serialVersionUID = 1L;

  private final Canvas canvas;
  private final Details table;
  private transient Figures shown = new Figures("", Unit.COUNT, List.of(), List.of());

  /** How figures are drawn. */
  public enum Kind {
    LINES,
    BARS
  }

  /**
   * @param label what is shown, in a sentence: read out in place of the picture
   */
  public Chart(Kind kind, String label) {
    addClassName("chart");
    canvas = new Canvas(kind, label);
    table = new Details(getTranslation("chart.table"));
    add(canvas, table);
  }

  /** Shows these figures from now on; drawn again only if they are others than before. */
  public void show(Figures figures) {
    if (!figures.equals(shown)) {
      shown = figures;
      var viewer = Viewer.current();
      canvas.draw(figures, viewer);
      table.removeAll();
      table.add(new FigureTable(figures, viewer));
    }
  }
}
