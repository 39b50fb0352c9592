package io.autodidact.console.chart;

import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import io.autodidact.console.Viewer;

/** A chart's figures in rows and columns. */
final class FigureTable extends NativeTable {
  private static final long serialVersionUID = 1L;

  FigureTable(Figures figures, Viewer viewer) {
    addClassName("figures");
    var head = getHead().addRow();
    head.add(header(figures.across(), "col"));
    figures.series().forEach(series -> head.add(header(series.name(), "col")));
    for (int i = 0; i < figures.categories().size(); i++) {
      row(figures, viewer, i);
    }
  }

  private void row(Figures figures, Viewer viewer, int i) {
    NativeTableRow row = getBody().addRow();
    row.add(header(figures.categories().get(i), "row"));
    for (var series : figures.series()) {
      row.addDataCell().setText(words(figures.unit(), viewer, series.points().get(i)));
    }
  }

  private static NativeTableHeaderCell header(String text, String scope) {
    var cell = new NativeTableHeaderCell(text);
    cell.getElement().setAttribute("scope", scope);
    return cell;
  }

  private String words(Unit unit, Viewer viewer, Point point) {
    if (!point.exists()) {
      return "–";
    }
    var value = unit.inWords(point.value(), viewer);
    return point.hasInterval()
        ? getTranslation(
            "chart.interval",
            value,
            unit.inWords(point.low(), viewer),
            unit.inWords(point.high(), viewer))
        : value;
  }
}
