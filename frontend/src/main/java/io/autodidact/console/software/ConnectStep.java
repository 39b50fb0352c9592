package io.autodidact.console.software;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import io.autodidact.environment.ConnectionDraft;
import java.util.Optional;

/** One step of connecting software: what is entered in it is kept when it is left forwards. */
abstract class ConnectStep extends Div {
  private static final long serialVersionUID = 1L;

  private transient Optional<ConnectionDraft> draft = Optional.empty();

  ConnectStep(String name) {
    addClassName("step");
    add(
        new H2(getTranslation("connect." + name + ".title")),
        new Paragraph(getTranslation("connect." + name + ".text")));
  }

  final ConnectionDraft draft() {
    return draft.orElseThrow();
  }

  /** What the draft became by what was entered. */
  final void became(ConnectionDraft now) {
    draft = Optional.of(now);
  }

  final void show(ConnectionDraft shown) {
    draft = Optional.of(shown);
    fill(shown);
  }

  /** Shows what was entered before. */
  abstract void fill(ConnectionDraft shown);

  /** Keeps what was entered; false if something has to be mended first, which it says. */
  abstract boolean keep();
}
