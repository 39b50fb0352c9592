package io.autodidact.console.run;

import com.vaadin.flow.component.card.Card;
import com.vaadin.flow.component.html.Paragraph;
import io.autodidact.console.Viewer;
import io.autodidact.console.chart.Chart;
import io.autodidact.console.chart.Figures;
import io.autodidact.console.chart.Point;
import io.autodidact.console.chart.Series;
import io.autodidact.console.chart.Unit;
import io.autodidact.release.ExamPicture;
import java.util.List;
import java.util.Set;

/** Who sat the exam and how well they did; nothing until there is a result. */
public final class ExamCharts extends Card {
  private static final long serialVersionUID = 1L;

  /** Candidates that have learned something. */
  private static final Set<String> LEARNED = Set.of("warm-start", "trained");

  private final Paragraph sentence = new Paragraph();
  private final Chart overall = new Chart(Chart.Kind.BARS, getTranslation("exam.label"));

  public ExamCharts() {
    setTitle(getTranslation("exam.title"), 2);
    setVisible(false);
    add(sentence, overall);
  }

  public void show(ExamPicture exam) {
    setVisible(!exam.averages().isEmpty());
    if (exam.averages().isEmpty()) {
      return;
    }
    sentence.setText(sentence(exam));
    overall.show(
        new Figures(
            "",
            Unit.SHARE,
            exam.averages().keySet().stream().map(this::candidate).toList(),
            List.of(
                new Series(
                    getTranslation("exam.solved"),
                    exam.averages().values().stream()
                        .map(one -> Point.within(one.mean(), one.low(), one.high()))
                        .toList()))));
  }

  private String candidate(String name) {
    return getTranslation("candidate." + name);
  }

  private String sentence(ExamPicture exam) {
    var viewer = Viewer.current();
    var scores = exam.report().scores();
    var first = scores.getFirst();
    var last = scores.getLast();
    return exam.report()
        .difference(last.candidate(), first.candidate())
        .filter(gain -> LEARNED.contains(last.candidate()))
        .map(
            gain ->
                getTranslation(
                    "exam.gain",
                    viewer.percent(last.average()),
                    viewer.number(last.tasks()),
                    viewer.percent(first.average()),
                    viewer.points(gain.mean()),
                    viewer.points(gain.low()),
                    viewer.points(gain.high())))
        .orElseGet(
            () ->
                getTranslation(
                    "exam.first", viewer.percent(first.average()), viewer.number(first.tasks())));
  }
}
