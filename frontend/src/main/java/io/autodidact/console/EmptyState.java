package io.autodidact.console;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;

/** Says what will stand here, and what to do so that it does. */
public final class EmptyState extends Div {
  private static final long serialVersionUID = 1L;

  public EmptyState(VaadinIcon icon, String title, String text, Component... actions) {
    addClassName("empty");
    var picture = icon.create();
    picture.getElement().setAttribute("aria-hidden", "true");
    add(picture, new H2(title), new Paragraph(text));
    add(actions);
  }
}
