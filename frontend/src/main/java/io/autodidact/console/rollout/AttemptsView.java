package io.autodidact.console.rollout;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
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
import io.autodidact.rollout.Rollout.Purpose;
import io.autodidact.rollout.RolloutFilter;
import io.autodidact.rollout.RolloutQueries.Listed;
import io.autodidact.tenant.RunScope;
import io.autodidact.tenant.TenantId;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The attempts of a learning run, the latest first. */
@Route("attempts")
@Menu(title = "nav.attempts", order = 45, icon = "vaadin:road")
@RolesAllowed("TEACH_AGENTS")
public class AttemptsView extends Screen implements BeforeEnterObserver {
  private static final long serialVersionUID = 1L;

  private final transient Watching watching;
  private final RunChoice run;
  private final Select<Purpose> purpose = new Select<>();
  private final Paragraph solved = new Paragraph();
  private final Grid<Listed> grid = new Grid<>();
  private final ConfigurableFilterDataProvider<Listed, Void, RolloutFilter> found;
  private transient Optional<RunScope> scope = Optional.empty();

  AttemptsView(AuthenticationContext authentication, Watching watching) {
    super("nav.attempts");
    TenantId tenant = SignedIn.tenant(authentication);
    this.watching = watching;
    this.run = new RunChoice(watching.runs(), tenant, "attempts");
    this.found =
        DataProvider.<Listed, RolloutFilter>fromFilteringCallbacks(
                query ->
                    fetch(
                        query.getFilter().orElse(RolloutFilter.ALL),
                        query.getOffset(),
                        query.getLimit()),
                query -> count(query.getFilter().orElse(RolloutFilter.ALL)))
            .withConfigurableFilter();
    solved.addClassName("quiet");
    ask();
    columns();
    addClassName("filled");
    var filters = new Div(run, purpose);
    filters.addClassName("filters");
    add(filters, solved, grid);
  }

  private Stream<Listed> fetch(RolloutFilter filter, int offset, int limit) {
    return scope.stream()
        .flatMap(one -> watching.rollouts().page(one, filter, offset, limit).stream());
  }

  private int count(RolloutFilter filter) {
    return scope.map(one -> watching.rollouts().count(one, filter)).orElse(0);
  }

  private void ask() {
    purpose.setItems(Purpose.values());
    purpose.setEmptySelectionAllowed(true);
    purpose.setEmptySelectionCaption(getTranslation("attempt.purpose.any"));
    purpose.setPlaceholder(getTranslation("attempt.purpose.any"));
    purpose.setLabel(getTranslation("attempt.purpose"));
    purpose.setItemLabelGenerator(
        one -> getTranslation("attempt.purpose." + (one == null ? "any" : one)));
    purpose.addValueChangeListener(
        chosen ->
            found.setFilter(
                new RolloutFilter(
                    Optional.empty(),
                    Optional.ofNullable(chosen.getValue()),
                    Optional.empty(),
                    Optional.empty())));
  }

  private void columns() {
    grid.addThemeVariants(GridVariant.NO_BORDER);
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    grid.addColumn(new ComponentRenderer<>(AttemptsView::request))
        .setHeader(getTranslation("task.request"))
        .setFlexGrow(4);
    var why =
        grid.addColumn(one -> getTranslation("attempt.purpose." + one.rollout().purpose()))
            .setHeader(getTranslation("attempt.purpose"));
    var who =
        grid.addColumn(one -> getTranslation("candidate." + one.rollout().policy()))
            .setHeader(getTranslation("attempt.policy"));
    var took =
        grid.addColumn(
                one -> Viewer.current().duration(Duration.ofMillis(one.rollout().milliseconds())))
            .setHeader(getTranslation("run.time"))
            .setAutoWidth(true)
            .setFlexGrow(0);
    Phones.hide(grid, why, who, took);
    grid.setItems(found);
    grid.setEmptyStateComponent(
        new EmptyState(
            VaadinIcon.ROAD,
            getTranslation("attempt.none.title"),
            getTranslation("attempt.none.text")));
  }

  private static Div request(Listed listed) {
    var cell =
        new Div(
            new RouterLink(
                listed.request(), AttemptView.class, AttemptView.at(listed.rollout().id())),
            new Span(new OutcomeBadge(listed.rollout().reward())));
    cell.addClassName("stack");
    return cell;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var shown = run.asked(event);
    run.setVisible(shown.isPresent());
    purpose.setVisible(shown.isPresent());
    scope = shown.map(one -> one.scope());
    var viewer = Viewer.current();
    solved.setText(
        scope.stream()
            .flatMap(one -> watching.rollouts().solved(one).entrySet().stream())
            .map(
                entry ->
                    getTranslation(
                        "attempt.share",
                        getTranslation("attempt.purpose." + entry.getKey()),
                        viewer.percent(entry.getValue().share()),
                        viewer.number(entry.getValue().attempts())))
            .collect(Collectors.joining(" · ")));
    found.refreshAll();
  }
}
