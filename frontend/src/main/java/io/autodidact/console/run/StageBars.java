package io.autodidact.console.run;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.autodidact.console.Viewer;
import io.autodidact.learning.Stage;
import java.util.EnumMap;
import java.util.Map;

/** A bar for each stage, with what it does now and how long that will take. */
final class StageBars extends OrderedList {
  private static final long serialVersionUID = 1L;

  private final transient Map<Stage, Row> rows = new EnumMap<>(Stage.class);

  /** What is seen of one stage. */
  private record Row(ListItem item, ProgressBar bar, Span note) {}

  StageBars() {
    addClassName("stages");
    for (var stage : Stage.values()) {
      if (stage != Stage.DONE) {
        add(row(stage));
      }
    }
  }

  private ListItem row(Stage stage) {
    var label = getTranslation("stage." + stage.name());
    var bar = new ProgressBar();
    bar.getElement().setAttribute("aria-label", label);
    var note = new Span();
    note.addClassName("quiet");
    var name = new Span(label);
    name.addClassName("grow");
    var words = new Div(sign(), name, note);
    words.addClassName("stage");
    var item = new ListItem(words, bar);
    rows.put(stage, new Row(item, bar, note));
    return item;
  }

  private static Icon sign() {
    var sign = VaadinIcon.CHECK_CIRCLE.create();
    sign.getElement().setAttribute("aria-hidden", "true");
    return sign;
  }

  void show(RunProgress progress) {
    var viewer = Viewer.current();
    rows.forEach(
        (stage, row) -> {
          row.bar().setValue(progress.of(stage));
          row.note().setText(note(stage, progress, viewer));
          row.item().setClassName("done", stage.compareTo(progress.stage()) < 0);
          row.item().setClassName("now", stage == progress.stage());
          row.item().setClassName("later", stage.compareTo(progress.stage()) > 0);
        });
  }

  private String note(Stage stage, RunProgress progress, Viewer viewer) {
    if (stage.compareTo(progress.stage()) < 0) {
      return getTranslation("stage.done");
    }
    if (stage != progress.stage()) {
      return "";
    }
    return progress
        .left()
        .map(left -> getTranslation("stage.left", viewer.duration(left)))
        .orElse("");
  }
}
