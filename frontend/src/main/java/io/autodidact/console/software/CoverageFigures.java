package io.autodidact.console.software;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.autodidact.console.Viewer;
import io.autodidact.exploration.SoftwareMap;
import io.autodidact.exploration.SoftwareMap.Reached;

/** How many operations were reached and how many not: sign, figure and word. */
final class CoverageFigures extends DescriptionList {
  private static final long serialVersionUID = 1L;

  CoverageFigures() {
    addClassName("figures-row");
  }

  void show(SoftwareMap map) {
    removeAll();
    var viewer = Viewer.current();
    figure(getTranslation("software.all"), viewer.number(map.places().size()), "");
    for (var reached : Reached.values()) {
      if (map.count(reached) > 0) {
        figure(
            getTranslation("reached." + reached),
            viewer.number(map.count(reached)),
            ReachedSign.sign(reached));
      }
    }
    long confirmed = map.links().stream().filter(SoftwareMap.Link::confirmed).count();
    if (confirmed > 0) {
      figure(getTranslation("software.flows"), viewer.number(confirmed), "");
    }
  }

  private void figure(String name, String value, String sign) {
    var description = new Description();
    if (!sign.isEmpty()) {
      var mark = new Span(sign);
      mark.getElement().setAttribute("aria-hidden", "true");
      description.add(mark, new Span(" "));
    }
    description.add(new Span(value));
    add(new Div(new Term(name), description));
  }
}
