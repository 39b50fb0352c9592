package io.autodidact.console.rollout;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.autodidact.attribution.AttributionRepository.StoredAttribution;
import io.autodidact.console.Viewer;
import java.util.Locale;

/** What a step was worth: a bar to the right of zero where it helped, to the left where it hurt. */
final class CreditBar extends Div {
  private static final long serialVersionUID = 1L;
  private static final double LEAST = 0.02;

  /**
   * @param scale what fills half of the width
   */
  CreditBar(StoredAttribution credit, double scale) {
    addClassName("credit");
    var verdict = credit.attribution().verdict();
    var word = new Span(sign(credit) + " " + getTranslation("verdict." + verdict));
    word.addClassNames("verdict", verdict.name().toLowerCase(Locale.ROOT));
    var track = new Div();
    track.addClassName("track");
    track.getElement().setAttribute("aria-hidden", "true");
    var value = new Span();
    value.addClassName("numbers");
    credit
        .advantage()
        .ifPresentOrElse(
            advantage -> {
              double share =
                  scale == 0 ? 0 : Math.max(LEAST, Math.min(1, Math.abs(advantage) / scale));
              var bar = new Div();
              bar.addClassNames("bar", advantage < 0 ? "minus" : "plus");
              bar.getStyle().setWidth(String.format(Locale.ROOT, "%.1f%%", 50 * share));
              track.add(bar);
              value.setText(
                  (advantage > 0 ? "+" : advantage < 0 ? "−" : "")
                      + Viewer.current().number(Math.abs(advantage), 2));
            },
            () -> value.setText(getTranslation("credit.none")));
    add(word, track, value);
  }

  private static String sign(StoredAttribution credit) {
    return switch (credit.attribution().verdict()) {
      case GOOD -> "▲";
      case BAD -> "▼";
      case ABSTAIN -> "○";
    };
  }
}
