package io.autodidact.console;

import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;

/** What to do where there is no learning run yet. */
final class FirstSteps extends VerticalLayout {
  private static final long serialVersionUID = 1L;

  FirstSteps() {
    setMaxWidth("40rem");
    setSpacing(false);
    add(
        new H2("No learning run yet"),
        new Paragraph("Three calls, with the key you signed in with, start one:"),
        new OrderedList(
            step("Register your software.", "POST /api/v1/environments"),
            step("Say what your people want done with it.", "POST /api/v1/environments/{id}/goals"),
            step("Start the run; it shows up here.", "POST /api/v1/learning-runs")),
        new Paragraph(
            new Span("All calls are described at "),
            new Code("/api/v1/openapi"),
            new Span(". To see a whole run first, type "),
            new Code("./dev demo"),
            new Span(".")));
  }

  private static ListItem step(String what, String call) {
    return new ListItem(new Span(what + " "), new Code(call));
  }
}
