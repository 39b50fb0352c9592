package io.autodidact.console.software;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.autodidact.exploration.ExplorationQueries.Seen;
import io.autodidact.exploration.SoftwareMap;
import io.autodidact.exploration.SoftwareMap.Reached;
import java.util.Optional;
import java.util.function.Function;

/** The map with its search and legend, and what was chosen on it. */
final class MapPanel extends Div {
  private static final long serialVersionUID = 1L;

  private final transient SoftwareMap map;
  private final transient Function<String, Optional<Seen>> look;
  private final MapCanvas canvas;
  private final Div chosen = new Div();

  MapPanel(SoftwareMap map, Function<String, Optional<Seen>> look) {
    this.map = map;
    this.look = look;
    this.canvas = new MapCanvas(map, getTranslation("map.label", map.places().size()));
    addClassName("map-panel");
    chosen.addClassName("chosen");
    chosen.getElement().setAttribute("aria-live", "polite");
    canvas.onChoice(this::choose);
    if (map.run().isEmpty()) {
      var hint = new Paragraph(getTranslation("map.not-explored"));
      hint.addClassName("quiet");
      add(hint);
    }
    add(search(), legend(), new Div(canvas), chosen);
    chosen.add(new Paragraph(getTranslation("map.choose")));
  }

  private Div search() {
    var search = new TextField();
    search.setPlaceholder(getTranslation("map.search"));
    search.setAriaLabel(getTranslation("map.search"));
    search.setPrefixComponent(VaadinIcon.SEARCH.create());
    search.setClearButtonVisible(true);
    search.setValueChangeMode(ValueChangeMode.LAZY);
    search.addValueChangeListener(typed -> canvas.search(typed.getValue()));
    var filters = new Div(search);
    filters.addClassName("filters");
    return filters;
  }

  private Div legend() {
    var legend = new Div();
    legend.addClassName("legend");
    for (var reached : Reached.values()) {
      if (map.count(reached) > 0) {
        legend.add(new ReachedSign(reached));
      }
    }
    if (!map.links().isEmpty()) {
      legend.add(
          new Span("→ " + getTranslation("map.confirmed")),
          new Span("⇢ " + getTranslation("map.likely")));
    }
    return legend;
  }

  private void choose(String operation) {
    chosen.removeAll();
    look.apply(operation)
        .ifPresent(seen -> chosen.add(new OperationDetails(seen, map, this::chooseAndShow)));
  }

  private void chooseAndShow(String operation) {
    canvas.choose(operation);
    choose(operation);
  }
}
