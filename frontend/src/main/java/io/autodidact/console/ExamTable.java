package io.autodidact.console;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Who sat the exam and how well they did; nothing until there is a result. */
final class ExamTable extends VerticalLayout {
  private static final long serialVersionUID = 1L;

  private final Grid<JsonNode> grid = new Grid<>();

  ExamTable() {
    setPadding(false);
    setVisible(false);
    grid.addColumn(row -> row.path("candidate").asString("")).setHeader("Who");
    grid.addColumn(row -> row.path("tasks").asString("")).setHeader("Tasks");
    grid.addColumn(row -> percent(row.path("average"))).setHeader("Success");
    grid.setAllRowsVisible(true);
    add(new H2("Exam"), grid);
  }

  void show(Optional<JsonNode> report) {
    report.ifPresent(
        exam -> {
          List<JsonNode> scores = exam.path("scores").valueStream().toList();
          setVisible(!scores.isEmpty());
          grid.setItems(scores);
        });
  }

  private static String percent(JsonNode rate) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * rate.asDouble(0));
  }
}
