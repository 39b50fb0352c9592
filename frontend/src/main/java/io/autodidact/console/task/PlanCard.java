package io.autodidact.console.task;

import com.vaadin.flow.component.card.Card;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import io.autodidact.task.TaskView;
import io.autodidact.task.TaskView.ArgumentInWords;
import io.autodidact.task.TaskView.StepInWords;

/** How the task is done, step by step. */
final class PlanCard extends Card {
  private static final long serialVersionUID = 1L;

  PlanCard(TaskView view) {
    setTitle(getTranslation("task.plan"), 2);
    var list = new OrderedList();
    list.addClassName("plan");
    view.steps().stream().map(this::line).forEach(list::add);
    add(TaskScreen.quiet(getTranslation("task.plan.text")), list);
  }

  private ListItem line(StepInWords step) {
    var does = new Span(step.does());
    does.addClassName("strong");
    var arguments = new Div();
    arguments.addClassName("arguments");
    step.arguments().stream().map(this::argument).forEach(arguments::add);
    return new ListItem(does, arguments);
  }

  private Div argument(ArgumentInWords argument) {
    var name = new Span(argument.name());
    name.addClassName("quiet");
    var value =
        new Span(
            argument
                .fromStep()
                .map(step -> getTranslation("task.from-step", argument.value(), step))
                .orElse(argument.value()));
    if (argument.fromStep().isEmpty()) {
      value.addClassName("value");
    }
    return new Div(name, value);
  }
}
