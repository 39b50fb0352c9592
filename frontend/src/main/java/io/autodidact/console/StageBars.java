package io.autodidact.console;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.autodidact.learning.Stage;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** A bar for each stage, with what it does now and how long that will take. */
final class StageBars extends VerticalLayout {
  private static final long serialVersionUID = 1L;

  private final Map<Stage, ProgressBar> bars = new EnumMap<>(Stage.class);
  private final Map<Stage, Span> notes = new EnumMap<>(Stage.class);

  StageBars() {
    setPadding(false);
    for (var stage : Stage.values()) {
      if (stage != Stage.DONE) {
        add(row(stage));
      }
    }
  }

  private VerticalLayout row(Stage stage) {
    var bar = new ProgressBar();
    bar.setWidthFull();
    var note = new Span();
    note.getStyle().setColor("var(--vaadin-text-color-secondary)");
    bars.put(stage, bar);
    notes.put(stage, note);
    var name = new Span(stage.label());
    name.getStyle().setFlexGrow("1");
    var words = new HorizontalLayout(name, note);
    words.setWidthFull();
    var row = new VerticalLayout(words, bar);
    row.setPadding(false);
    row.setSpacing(false);
    return row;
  }

  void show(RunProgress progress) {
    bars.forEach((stage, bar) -> bar.setValue(progress.of(stage)));
    notes.forEach((stage, note) -> note.setText(note(stage, progress)));
  }

  private static String note(Stage stage, RunProgress progress) {
    if (stage.compareTo(progress.stage()) < 0) {
      return "done";
    }
    if (stage != progress.stage()) {
      return "";
    }
    return progress.doing() + progress.left().map(StageBars::left).orElse("");
  }

  private static String left(Duration left) {
    return left.toMinutes() > 0
        ? " · about " + left.toMinutes() + " min left"
        : " · about " + left.toSeconds() + " s left";
  }
}
