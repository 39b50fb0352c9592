package io.autodidact.console.agent;

import com.vaadin.flow.component.card.Card;
import com.vaadin.flow.component.html.Paragraph;
import io.autodidact.console.chart.Chart;
import io.autodidact.console.chart.Figures;
import io.autodidact.console.chart.Point;
import io.autodidact.console.chart.Series;
import io.autodidact.console.chart.Unit;
import io.autodidact.learning.LearningCurveQueries;
import io.autodidact.release.AgentQueries.AgentPicture;
import io.autodidact.release.ExamPicture;
import io.autodidact.release.PairedBootstrap.Interval;
import io.autodidact.release.Release;
import io.autodidact.tenant.RunScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** How a version did in its exam, beside the one before, in all and by kind of task. */
final class VersionExam extends Card {
  private static final long serialVersionUID = 1L;
  private static final String BASE = "base";
  private static final String TRAINED = "trained";
  private static final int MOST_FAMILIES = 14;

  /** A version's exam under the version's name. */
  private record Sat(int version, ExamPicture exam) {}

  VersionExam(AgentPicture agent, Release release, LearningCurveQueries curves) {
    setTitle(getTranslation("exam.title"), 2);
    var now = sat(release, curves);
    var before = agent.before(release.version()).map(one -> sat(one, curves));
    setVisible(!now.exam().averages().isEmpty());
    var overall = new Chart(Chart.Kind.BARS, getTranslation("exam.label"));
    overall.show(
        figures(
            List.of(getTranslation("exam.all")), now, before, exam -> List.of(exam.averages())));
    var text = new Paragraph(getTranslation("exam.own"));
    text.addClassName("quiet");
    text.setVisible(before.isPresent());
    add(overall, text, byFamily(now, before));
  }

  private Chart byFamily(Sat now, Optional<Sat> before) {
    var families = now.exam().families().keySet().stream().limit(MOST_FAMILIES).toList();
    var chart = new Chart(Chart.Kind.BARS, getTranslation("exam.families"));
    chart.show(
        figures(
            families,
            now,
            before,
            exam ->
                families.stream()
                    .map(family -> exam.families().getOrDefault(family, Map.of()))
                    .toList()));
    return chart;
  }

  private static Sat sat(Release release, LearningCurveQueries curves) {
    var scope = new RunScope(release.tenant(), release.manifest().lineage().learningRun());
    return new Sat(release.version(), curves.exam(scope));
  }

  /**
   * @param shares of an exam by category, in each by candidate
   */
  private Figures figures(
      List<String> categories,
      Sat now,
      Optional<Sat> before,
      Function<ExamPicture, List<Map<String, Interval>>> shares) {
    List<Series> series = new ArrayList<>();
    var base = getTranslation("candidate.base");
    series.add(series(base, shares.apply(now.exam()), BASE));
    before.ifPresent(sat -> series.add(series(name(sat), shares.apply(sat.exam()), TRAINED)));
    series.add(series(name(now), shares.apply(now.exam()), TRAINED));
    return new Figures("", Unit.SHARE, categories, series);
  }

  private String name(Sat sat) {
    return getTranslation("agent.version", sat.version());
  }

  private static Series series(String name, List<Map<String, Interval>> shares, String candidate) {
    return new Series(
        name, shares.stream().map(one -> point(Optional.ofNullable(one.get(candidate)))).toList());
  }

  private static Point point(Optional<Interval> interval) {
    return interval
        .map(one -> Point.within(one.mean(), one.low(), one.high()))
        .orElseGet(() -> Point.of(Double.NaN));
  }
}
