package io.autodidact.console;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;

/** Something takes a moment; read out to those who do not see it. */
public final class Loading extends Div {
  private static final long serialVersionUID = 1L;

  public Loading(String sentence) {
    addClassName("loading");
    getElement().setAttribute("role", "status");
    var bar = new ProgressBar();
    bar.setIndeterminate(true);
    add(new Span(sentence), bar);
  }
}
