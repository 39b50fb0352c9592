package io.autodidact.console.run;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.RouterLink;
import io.autodidact.console.EmptyState;
import io.autodidact.console.Phones;
import io.autodidact.console.Viewer;
import io.autodidact.goal.GoalData;
import io.autodidact.learning.LearningRun;
import java.util.stream.Collectors;

/** Learning runs, a row each. */
final class RunGrid extends Grid<LearningRun> {
  private static final long serialVersionUID = 1L;

  RunGrid() {
    addThemeVariants(GridVariant.NO_BORDER);
    setSelectionMode(SelectionMode.NONE);
    addColumn(new ComponentRenderer<>(RunGrid::name))
        .setHeader(getTranslation("run.agent"))
        .setFlexGrow(2);
    addColumn(new ComponentRenderer<>(this::stage))
        .setHeader(getTranslation("run.progress"))
        .setFlexGrow(2);
    var goals = addColumn(RunGrid::goals).setHeader(getTranslation("run.goals")).setFlexGrow(3);
    goals.setTooltipGenerator(RunGrid::goals);
    var started =
        addColumn(run -> Viewer.current().dateTime(run.createdAt()))
            .setHeader(getTranslation("run.started"))
            .setAutoWidth(true)
            .setFlexGrow(0);
    Phones.hide(this, goals, started);
    sayWhyEmpty(false);
  }

  /**
   * What stands there when there is no row: for a filter that is too narrow, or at the beginning.
   */
  void sayWhyEmpty(boolean filtered) {
    setEmptyStateComponent(
        filtered
            ? new EmptyState(
                VaadinIcon.SEARCH,
                getTranslation("run.none-found.title"),
                getTranslation("run.none-found.text"))
            : new EmptyState(
                VaadinIcon.ACADEMY_CAP,
                getTranslation("run.none.title"),
                getTranslation("run.none.text"),
                new RouterLink(getTranslation("run.start"), StartRunView.class)));
  }

  private static String goals(LearningRun run) {
    return run.goals().stream().map(GoalData::text).collect(Collectors.joining("; "));
  }

  private static Div name(LearningRun run) {
    var cell =
        new Div(
            new RouterLink(run.agent(), LearningRunView.class, LearningRunView.at(run.scope())),
            new StateBadge(run.state()));
    cell.addClassName("stack");
    return cell;
  }

  private Div stage(LearningRun run) {
    var progress = RunProgress.of(run);
    var name = getTranslation("stage." + run.stage().name());
    var bar = new ProgressBar(0, 1, progress.whole());
    bar.getElement().setAttribute("aria-label", name);
    var cell = new Div(new Span(name), bar);
    cell.addClassName("stack");
    return cell;
  }
}
