package io.autodidact.console.task;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.provider.ConfigurableFilterDataProvider;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.autodidact.console.EmptyState;
import io.autodidact.console.Phones;
import io.autodidact.console.Screen;
import io.autodidact.console.SignedIn;
import io.autodidact.console.Viewer;
import io.autodidact.console.run.RunChoice;
import io.autodidact.console.run.StartRunView;
import io.autodidact.task.StoredTask.State;
import io.autodidact.task.TaskQueries.Wanted;
import io.autodidact.task.TaskSummary;
import io.autodidact.tenant.RunScope;
import io.autodidact.tenant.TenantId;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import java.util.stream.Stream;

/** The tasks that an agent set itself in a learning run. */
@Route("tasks")
@Menu(title = "nav.tasks", order = 40, icon = "vaadin:tasks")
@RolesAllowed("TEACH_AGENTS")
public class TasksView extends Screen implements BeforeEnterObserver {
  private static final long serialVersionUID = 1L;

  private final transient Reviewing reviewing;
  private final RunChoice run;
  private final Paragraph counts = new Paragraph();
  private final Grid<TaskSummary> grid = new Grid<>();
  private final TaskFilters filters;
  private final ConfigurableFilterDataProvider<TaskSummary, Void, Wanted> found;
  private transient Optional<RunScope> scope = Optional.empty();

  TasksView(AuthenticationContext authentication, Reviewing reviewing) {
    super("nav.tasks");
    TenantId tenant = SignedIn.tenant(authentication);
    this.reviewing = reviewing;
    this.run = new RunChoice(reviewing.runs(), tenant, "tasks");
    this.found =
        DataProvider.<TaskSummary, Wanted>fromFilteringCallbacks(
                query ->
                    fetch(
                        query.getFilter().orElse(Wanted.ALL), query.getOffset(), query.getLimit()),
                query -> count(query.getFilter().orElse(Wanted.ALL)))
            .withConfigurableFilter();
    this.filters =
        new TaskFilters(
            wanted -> {
              found.setFilter(wanted);
              sayWhyEmpty();
            });
    counts.addClassName("quiet");
    columns();
    addClassName("filled");
    add(run, counts, filters, grid);
  }

  private Stream<TaskSummary> fetch(Wanted wanted, int offset, int limit) {
    return scope.stream()
        .flatMap(one -> reviewing.tasks().page(one, wanted, offset, limit).stream());
  }

  private int count(Wanted wanted) {
    return scope.map(one -> reviewing.tasks().count(one, wanted)).orElse(0);
  }

  private void columns() {
    grid.addThemeVariants(GridVariant.NO_BORDER);
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    grid.addColumn(new ComponentRenderer<>(TasksView::request))
        .setHeader(getTranslation("task.request"))
        .setFlexGrow(4);
    var split =
        grid.addColumn(task -> getTranslation("split." + task.split()))
            .setHeader(getTranslation("task.split"));
    var difficulty =
        grid.addColumn(task -> getTranslation("difficulty." + task.difficulty()))
            .setHeader(getTranslation("task.difficulty"));
    var state =
        grid.addColumn(new ComponentRenderer<>(task -> new TaskBadge(task.state())))
            .setHeader(getTranslation("task.state"))
            .setAutoWidth(true)
            .setFlexGrow(0);
    Phones.hide(grid, split, difficulty, state);
    grid.setItems(found);
  }

  private static Div request(TaskSummary task) {
    var family = new Span(task.family());
    family.addClassName("quiet");
    var cell =
        new Div(
            new RouterLink(task.request(), TaskScreen.class, TaskScreen.at(task.id().value())),
            family);
    cell.addClassName("stack");
    return cell;
  }

  private void sayWhyEmpty() {
    grid.setEmptyStateComponent(
        filters.isNarrow()
            ? new EmptyState(
                VaadinIcon.SEARCH,
                getTranslation("task.none-found.title"),
                getTranslation("task.none-found.text"))
            : new EmptyState(
                VaadinIcon.TASKS,
                getTranslation("task.none.title"),
                getTranslation("task.none.text"),
                new RouterLink(getTranslation("run.start"), StartRunView.class)));
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var shown = run.asked(event);
    run.setVisible(shown.isPresent());
    filters.setVisible(shown.isPresent());
    scope = shown.map(one -> one.scope());
    scope.ifPresent(
        one -> {
          filters.families(reviewing.tasks().families(one));
          var viewer = Viewer.current();
          var states = reviewing.tasks().states(one);
          counts.setText(
              getTranslation(
                  "task.counts",
                  viewer.number(states.values().stream().mapToInt(Integer::intValue).sum()),
                  viewer.number(states.getOrDefault(State.APPROVED, 0)),
                  viewer.number(states.getOrDefault(State.DROPPED, 0))));
        });
    counts.setVisible(shown.isPresent());
    sayWhyEmpty();
    found.refreshAll();
  }
}
