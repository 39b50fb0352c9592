package io.autodidact.console.run;

import com.vaadin.flow.component.card.Card;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import io.autodidact.console.Viewer;
import io.autodidact.learning.Estimate;
import io.autodidact.learning.Estimate.StageEstimate;
import java.time.Duration;
import java.util.stream.Stream;

/** What a run will probably take, in all and by stage. */
final class EstimateCard extends Card {
  private static final long serialVersionUID = 1L;

  private final Paragraph whole = new Paragraph();
  private final NativeTable stages = new NativeTable();
  private final Paragraph basis = new Paragraph();

  EstimateCard() {
    setTitle(getTranslation("estimate.title"), 2);
    stages.addClassName("figures");
    basis.addClassName("quiet");
    getElement().setAttribute("aria-live", "polite");
    add(whole, stages, basis);
  }

  void show(Estimate estimate) {
    var viewer = Viewer.current();
    whole.setText(
        getTranslation(
            "estimate.whole",
            minutes(viewer, estimate.minutes()),
            viewer.number(estimate.calls()),
            viewer.number(estimate.tokens())));
    stages.getHead().removeAllRows();
    stages.getBody().removeAllRows();
    var head = stages.getHead().addRow();
    Stream.of("estimate.stage", "run.time", "run.calls", "run.tokens")
        .forEach(name -> head.add(header(getTranslation(name), "col")));
    estimate.stages().forEach(stage -> row(viewer, stage));
    basis.setText(estimate.basis());
  }

  private void row(Viewer viewer, StageEstimate stage) {
    NativeTableRow row = stages.getBody().addRow();
    row.add(header(getTranslation("stage." + stage.stage().name()), "row"));
    row.addDataCell().setText(minutes(viewer, stage.minutes()));
    row.addDataCell().setText(viewer.number(stage.calls()));
    row.addDataCell().setText(viewer.number(stage.tokens()));
  }

  private static NativeTableHeaderCell header(String text, String scope) {
    var cell = new NativeTableHeaderCell(text);
    cell.getElement().setAttribute("scope", scope);
    return cell;
  }

  private static String minutes(Viewer viewer, double minutes) {
    return viewer.duration(Duration.ofSeconds(Math.round(60 * minutes)));
  }
}
