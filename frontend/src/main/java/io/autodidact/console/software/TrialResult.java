package io.autodidact.console.software;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import io.autodidact.connector.Outcome;
import io.autodidact.console.Mark;
import io.autodidact.environment.RecordedConnector.Made;
import io.autodidact.environment.TryLifecycle.Trial;
import java.util.List;

/** What happened when an attempt was opened and closed. */
final class TrialResult extends Div {
  private static final long serialVersionUID = 1L;

  TrialResult(Trial trial) {
    addClassName("results");
    if (trial.succeeded()) {
      add(
          new Mark(
              Mark.RIGHT,
              getTranslation("trial.right", trial.opening().size(), trial.closing().size()),
              getTranslation("trial.inside", trial.inside())));
    }
    trial.problems().forEach(problem -> add(new Mark(Mark.WRONG, problem, "")));
    long refused = trial.opening().stream().filter(made -> !made.outcome().succeeded()).count();
    if (trial.succeeded() && refused > 0) {
      add(new Mark(Mark.HINT, getTranslation("trial.refused", refused), ""));
    }
    calls("trial.opening", trial.opening());
    calls("trial.closing", trial.closing());
  }

  private void calls(String title, List<Made> calls) {
    if (calls.isEmpty()) {
      return;
    }
    var list = new OrderedList();
    calls.stream().map(this::line).forEach(list::add);
    add(new Details(getTranslation(title, calls.size()), list));
  }

  private ListItem line(Made made) {
    var item = new ListItem(new Code(made.call().operation()));
    switch (made.outcome()) {
      case Outcome.Succeeded(int code, var ignored) ->
          item.add(new Span(" " + getTranslation("trial.done", code)));
      case Outcome.Refused(int code, var message, var ignored) ->
          item.add(new Span(" " + getTranslation("trial.not", code) + " " + message));
      case Outcome.Broken(int code, var message) ->
          item.add(new Span(" " + getTranslation("trial.broken", code) + " " + message));
      case Outcome.Unreachable(var message) -> item.add(new Span(" " + message));
    }
    return item;
  }
}
