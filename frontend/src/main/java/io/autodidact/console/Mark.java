package io.autodidact.console;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;

/** A result: right, wrong or worth knowing; said by sign and colour, and read out. */
public final class Mark extends Div {
  public static final String RIGHT = "right";
  public static final String WRONG = "wrong";
  public static final String HINT = "hint";

  private static final long serialVersionUID = 1L;

  public Mark(String kind, String sentence, String more) {
    addClassNames("mark", kind);
    var sign =
        switch (kind) {
          case RIGHT -> VaadinIcon.CHECK_CIRCLE;
          case WRONG -> VaadinIcon.CLOSE_CIRCLE;
          default -> VaadinIcon.INFO_CIRCLE;
        };
    var icon = sign.create();
    icon.getElement().setAttribute("role", "img");
    icon.getElement().setAttribute("aria-label", getTranslation("mark." + kind));
    var words = new Div(new Span(sentence));
    if (!more.isBlank()) {
      var paragraph = new Paragraph(more);
      paragraph.addClassName("quiet");
      words.add(paragraph);
    }
    add(icon, words);
  }
}
