package io.autodidact.console.chart;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import io.autodidact.console.Viewer;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The picture: Chart.js behind a custom element of ours. */
@Tag("autodidact-chart")
@JavaScript("context://webjars/chart.js/4.4.4/dist/chart.umd.js")
@JavaScript("context://js/autodidact-chart.js")
final class Canvas extends Component {
  private static final long serialVersionUID = 1L;
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Chart.Kind kind;

  Canvas(Chart.Kind kind, String label) {
    this.kind = kind;
    getElement().setAttribute("role", "img");
    getElement().setAttribute("aria-label", label);
  }

  void draw(Figures figures, Viewer viewer) {
    var drawing = JSON.objectNode();
    drawing.put("kind", kind.name().toLowerCase(Locale.ROOT));
    drawing.put("unit", figures.unit().name().toLowerCase(Locale.ROOT));
    drawing.put("locale", viewer.locale().toLanguageTag());
    drawing.put("across", figures.across());
    figures.categories().forEach(drawing.putArray("categories")::add);
    var series = drawing.putArray("series");
    figures.series().forEach(one -> series.add(json(one)));
    getElement().setPropertyJson("figures", drawing);
  }

  private static ObjectNode json(Series series) {
    var json = JSON.objectNode();
    json.put("name", series.name());
    var values = json.putArray("values");
    var lows = json.putArray("lows");
    var highs = json.putArray("highs");
    for (var point : series.points()) {
      add(values, point.value());
      add(lows, point.low());
      add(highs, point.high());
    }
    return json;
  }

  private static void add(ArrayNode numbers, double number) {
    if (Double.isNaN(number)) {
      numbers.addNull();
    } else {
      numbers.add(number);
    }
  }
}
