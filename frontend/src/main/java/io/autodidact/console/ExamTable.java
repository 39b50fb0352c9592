package io.autodidact.console;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import io.autodidact.learning.ExamCandidates;
import io.autodidact.release.CandidateScore;
import io.autodidact.release.ExamReport;
import java.util.List;
import java.util.Locale;

/** Who sat the exam and how well they did; nothing until there is a result. */
final class ExamTable extends VerticalLayout {
  private static final long serialVersionUID = 1L;

  private final Grid<CandidateScore> grid = new Grid<>();
  private transient ExamReport report = new ExamReport(List.of(), List.of());

  ExamTable() {
    setPadding(false);
    setVisible(false);
    grid.addColumn(score -> ExamCandidates.inWords(score.candidate()))
        .setHeader("Who")
        .setFlexGrow(2);
    grid.addColumn(CandidateScore::tasks).setHeader("Tasks");
    grid.addColumn(score -> percent(score.average())).setHeader("Solved");
    grid.addColumn(this::better).setHeader("More than the base model, 95 % sure of").setFlexGrow(2);
    grid.addColumn(CandidateScore::refusals).setHeader("Asked for what is forbidden");
    grid.setAllRowsVisible(true);
    add(new H2("Exam"), grid);
  }

  void show(ExamReport exam) {
    report = exam;
    setVisible(!exam.scores().isEmpty());
    grid.setItems(exam.scores());
  }

  private String better(CandidateScore score) {
    var first = report.scores().getFirst().candidate();
    return report
        .difference(score.candidate(), first)
        .map(
            interval ->
                String.format(
                    Locale.ROOT,
                    "%+.0f points (%+.0f to %+.0f)",
                    100 * interval.mean(),
                    100 * interval.low(),
                    100 * interval.high()))
        .orElse("");
  }

  private static String percent(double rate) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * rate);
  }
}
