package io.autodidact.console.run;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.autodidact.console.Viewer;
import io.autodidact.console.chart.Chart;
import io.autodidact.console.chart.Figures;
import io.autodidact.console.chart.Point;
import io.autodidact.console.chart.Series;
import io.autodidact.console.chart.Unit;
import io.autodidact.learning.LearningCurveQueries.Round;
import io.autodidact.release.PairedBootstrap.Interval;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Success round by round, with lessons in mind and without. */
final class RunCurve extends Div {
  private static final long serialVersionUID = 1L;

  private final Chart chart = new Chart(Chart.Kind.LINES, getTranslation("run.curve.label"));
  private final Paragraph none = new Paragraph(getTranslation("run.curve.none"));

  RunCurve() {
    none.addClassName("quiet");
    chart.setVisible(false);
    add(chart, none);
  }

  void show(List<Round> rounds) {
    chart.setVisible(!rounds.isEmpty());
    none.setVisible(rounds.isEmpty());
    if (rounds.isEmpty()) {
      return;
    }
    var viewer = Viewer.current();
    chart.show(
        new Figures(
            getTranslation("run.round"),
            Unit.SHARE,
            rounds.stream().map(round -> viewer.number(round.number())).toList(),
            List.of(
                series("run.curve.without", rounds, Round::without),
                series("run.curve.with", rounds, Round::with))));
  }

  private Series series(
      String name, List<Round> rounds, Function<Round, Optional<Interval>> which) {
    return new Series(
        getTranslation(name), rounds.stream().map(which).map(RunCurve::point).toList());
  }

  private static Point point(Optional<Interval> interval) {
    return interval
        .map(one -> Point.within(one.mean(), one.low(), one.high()))
        .orElseGet(() -> Point.of(Double.NaN));
  }
}
