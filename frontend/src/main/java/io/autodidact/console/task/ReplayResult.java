package io.autodidact.console.task;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import io.autodidact.console.Mark;
import io.autodidact.task.PlanReplay.Done;
import io.autodidact.task.ReplayTask.Replayed;

/** Whether the plan still fulfils the task, and what was called. */
final class ReplayResult extends Div {
  private static final long serialVersionUID = 1L;

  ReplayResult(Replayed replayed) {
    addClassName("results");
    if (replayed.passed()) {
      add(new Mark(Mark.RIGHT, getTranslation("task.replay.passed"), ""));
    } else {
      add(
          new Mark(
              Mark.WRONG,
              getTranslation("task.replay.failed"),
              replayed
                  .problem()
                  .orElseGet(
                      () ->
                          getTranslation(
                              "task.replay.judged",
                              replayed.judgement().held().size(),
                              String.join("; ", replayed.judgement().unexpected())))));
    }
    var list = new OrderedList();
    replayed.steps().stream().map(this::line).forEach(list::add);
    add(new Details(getTranslation("task.replay.calls", replayed.steps().size()), list));
  }

  private ListItem line(Done done) {
    return new ListItem(
        new Code(done.call().operation() + " " + done.call().arguments()),
        new Span(
            " "
                + getTranslation(
                    done.outcome().succeeded() ? "task.replay.went" : "task.replay.refused")));
  }
}
