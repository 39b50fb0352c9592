package io.autodidact.console.experience;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.autodidact.console.Viewer;
import io.autodidact.experience.Lift;
import java.util.Locale;

/** What a lesson was worth: a point within its interval, left of zero where it did harm. */
final class LiftBar extends Div {
  private static final long serialVersionUID = 1L;

  LiftBar(Lift lift) {
    addClassName("lift");
    var viewer = Viewer.current();
    var sentence =
        new Paragraph(
            lift.groups() < 2
                ? getTranslation("lesson.lift.once", viewer.points(lift.mean()))
                : getTranslation(
                    "lesson.lift",
                    viewer.points(lift.mean()),
                    viewer.points(lift.low()),
                    viewer.points(lift.high()),
                    viewer.number(lift.groups())));
    var track = new Div();
    track.addClassName("track");
    track.getElement().setAttribute("aria-hidden", "true");
    var interval = new Div();
    interval.addClassName("interval");
    interval.getStyle().setLeft(percent(lift.low())).setWidth(width(lift.high() - lift.low()));
    var point = new Div();
    point.addClassNames("point", lift.mean() < 0 ? "minus" : "plus");
    point.getStyle().setLeft(percent(lift.mean()));
    track.add(interval, point);
    add(sentence, track);
  }

  private static String percent(double lift) {
    return String.format(Locale.ROOT, "%.1f%%", 50 + 50 * lift);
  }

  private static String width(double share) {
    return String.format(Locale.ROOT, "%.1f%%", 50 * share);
  }
}
