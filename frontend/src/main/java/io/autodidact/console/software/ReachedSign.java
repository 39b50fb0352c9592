package io.autodidact.console.software;

import com.vaadin.flow.component.html.Span;
import io.autodidact.exploration.SoftwareMap.Reached;
import java.util.Locale;

/** How far exploring got with an operation: sign, colour and word. */
final class ReachedSign extends Span {
  private static final long serialVersionUID = 1L;

  ReachedSign(Reached reached) {
    addClassNames("reached", reached.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    var mark = new Span(sign(reached));
    mark.getElement().setAttribute("aria-hidden", "true");
    add(mark, new Span(" " + getTranslation("reached." + reached)));
  }

  /** The shape that stands for it, on the map too. */
  static String sign(Reached reached) {
    return switch (reached) {
      case REACHED -> "●";
      case REFUSED -> "◆";
      case UNREACHABLE -> "▲";
      case FORBIDDEN -> "■";
      case NOT_EXPLORED -> "○";
    };
  }
}
