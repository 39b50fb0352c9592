package io.autodidact.console.run;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import io.autodidact.console.Viewer;
import io.autodidact.learning.LearningRun;
import io.autodidact.learning.LearningRunQueries.Spent;
import java.time.Duration;

/** What a run does now, and what it has cost so far against what it may cost. */
final class RunSummary extends DescriptionList {
  private static final long serialVersionUID = 1L;

  private final Description doing = fact("run.doing");
  private final Description time = fact("run.time");
  private final Description calls = fact("run.calls");
  private final Description tokens = fact("run.tokens");
  private final Description started = fact("run.started");

  RunSummary() {
    addClassName("facts");
  }

  private Description fact(String name) {
    var description = new Description();
    description.addClassName("numbers");
    getElement().appendChild(new Div(new Term(getTranslation(name)), description).getElement());
    return description;
  }

  void show(LearningRun run, RunProgress progress, Spent spent) {
    var viewer = Viewer.current();
    var budget = run.budget();
    doing.setText(doing(run, progress));
    time.setText(
        of(
            viewer.duration(spent.time()),
            viewer.duration(Duration.ofSeconds(Math.round(60 * budget.minutes())))));
    calls.setText(of(viewer.number(spent.calls()), viewer.number(budget.calls())));
    tokens.setText(of(viewer.number(spent.tokens()), viewer.number(budget.tokens())));
    started.setText(viewer.dateTime(run.createdAt()));
  }

  private String doing(LearningRun run, RunProgress progress) {
    if (run.state().ended()) {
      return getTranslation("run.state." + run.state().name());
    }
    return progress.doing().isBlank()
        ? getTranslation("stage." + run.stage().name())
        : progress.doing();
  }

  private String of(String spent, String most) {
    return getTranslation("run.spent", spent, most);
  }
}
