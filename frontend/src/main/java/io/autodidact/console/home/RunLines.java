package io.autodidact.console.home;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.RouterLink;
import io.autodidact.console.Viewer;
import io.autodidact.console.run.LearningRunView;
import io.autodidact.console.run.StateBadge;
import io.autodidact.learning.LearningRun;
import java.util.List;

/** A few learning runs, a line each. */
final class RunLines extends UnorderedList {
  private static final long serialVersionUID = 1L;

  private transient List<LearningRun> shown = List.of();

  RunLines() {
    addClassName("versions");
  }

  void show(List<LearningRun> runs) {
    if (!runs.equals(shown)) {
      shown = runs;
      removeAll();
      runs.forEach(run -> add(line(run)));
    }
    setVisible(!runs.isEmpty());
  }

  private ListItem line(LearningRun run) {
    var link =
        new RouterLink(
            getTranslation("home.run", run.agent()),
            LearningRunView.class,
            LearningRunView.at(run.scope()));
    var when = new Span(Viewer.current().dateTime(run.finishedAt().orElse(run.createdAt())));
    when.addClassName("quiet");
    var line = new ListItem(link, new StateBadge(run.state()), when);
    run.reason()
        .ifPresent(
            why -> {
              var reason = new Span(why);
              reason.addClassName("why");
              line.add(reason);
            });
    return line;
  }
}
