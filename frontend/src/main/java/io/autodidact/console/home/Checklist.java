package io.autodidact.console.home;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.card.Card;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.RouterLink;
import io.autodidact.console.Places;
import io.autodidact.console.agent.AgentsView;
import io.autodidact.console.run.StartRunView;
import io.autodidact.learning.FirstStepsQueries.FirstSteps;
import java.util.Optional;

/** The way from nothing to an agent that works, as far as it is gone. */
final class Checklist extends Card {
  private static final long serialVersionUID = 1L;

  private final OrderedList steps = new OrderedList();

  /** Whether the step to be done next is still to be written. */
  private boolean next;

  private transient Optional<FirstSteps> shown = Optional.empty();

  Checklist() {
    setTitle(getTranslation("home.steps"), 2);
    steps.addClassName("checklist");
    add(new Paragraph(getTranslation("home.steps.text")), steps);
    setVisible(false);
  }

  void show(FirstSteps done) {
    setVisible(!done.all());
    if (shown.filter(done::equals).isPresent()) {
      return;
    }
    shown = Optional.of(done);
    steps.removeAll();
    next = true;
    step("home.step.software", done.software(), Places.in("software"));
    step("home.step.goal", done.goal(), Places.in("software"));
    step(
        "home.step.run",
        done.run(),
        Optional.of(new RouterLink(getTranslation("home.go"), StartRunView.class)));
    step(
        "home.step.agent",
        done.agent(),
        Optional.of(new RouterLink(getTranslation("home.go"), AgentsView.class)));
  }

  private void step(String name, boolean done, Optional<? extends Component> way) {
    var sign = (done ? VaadinIcon.CHECK_CIRCLE : VaadinIcon.CIRCLE_THIN).create();
    sign.getElement().setAttribute("aria-hidden", "true");
    var words = new Span(getTranslation(name));
    words.addClassName("grow");
    var item = new ListItem(sign, words);
    item.setClassName("done", done);
    if (done) {
      item.add(new Span(getTranslation("stage.done")));
    } else if (next) {
      way.ifPresent(item::add);
      next = false;
    }
    steps.add(item);
  }
}
