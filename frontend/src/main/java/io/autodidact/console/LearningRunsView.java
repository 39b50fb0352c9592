package io.autodidact.console;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.autodidact.goal.GoalData;
import io.autodidact.learning.LearningRun;
import io.autodidact.learning.LearningRunRepository;
import io.autodidact.tenant.TenantId;
import io.autodidact.tenant.TenantTransaction;
import jakarta.annotation.security.PermitAll;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.stream.Collectors;

/** All learning runs, newest first. */
@Route("")
@PageTitle("Learning runs · Autodidact")
@PermitAll
public class LearningRunsView extends VerticalLayout {
  private static final long serialVersionUID = 1L;
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
          .withZone(ZoneId.systemDefault());

  private final transient RunPages runs;
  private final Grid<LearningRun> grid = new Grid<>();
  private transient LiveUpdates updates = LiveUpdates.NONE;

  LearningRunsView(
      AuthenticationContext authentication,
      TenantTransaction tenantTransaction,
      LearningRunRepository repository) {
    TenantId tenant = SignedIn.tenant(authentication);
    this.runs = new RunPages(tenantTransaction, repository, tenant);
    setSizeFull();
    var leave = new Button("Sign out", click -> authentication.logout());
    var head = new HorizontalLayout(new H1("Learning runs"), leave);
    head.setWidthFull();
    head.expand(head.getComponentAt(0));
    head.setAlignItems(Alignment.CENTER);
    add(head, grid());
  }

  private Grid<LearningRun> grid() {
    grid.setSizeFull();
    grid.addThemeVariants(GridVariant.NO_BORDER);
    grid.addColumn(new ComponentRenderer<>(LearningRunsView::link)).setHeader("Agent");
    grid.addColumn(new ComponentRenderer<>(run -> new StateBadge(run.state()))).setHeader("State");
    grid.addColumn(new ComponentRenderer<>(LearningRunsView::stage))
        .setHeader("Stage")
        .setFlexGrow(2);
    grid.addColumn(run -> goals(run)).setHeader("Goals").setFlexGrow(3);
    grid.addColumn(run -> WHEN.format(run.createdAt())).setHeader("Started");
    grid.setEmptyStateComponent(new FirstSteps());
    grid.setItems(
        DataProvider.fromCallbacks(
            query -> runs.fetch(query.getOffset(), query.getLimit()).stream(),
            query -> runs.count()));
    return grid;
  }

  private static String goals(LearningRun run) {
    return run.goals().stream().map(GoalData::text).collect(Collectors.joining("; "));
  }

  private static RouterLink link(LearningRun run) {
    return new RouterLink(run.agent(), LearningRunView.class, run.scope().learningRun().toString());
  }

  private static VerticalLayout stage(LearningRun run) {
    var progress = RunProgress.of(run);
    var bar = new ProgressBar(0, 1, progress.whole());
    bar.setWidthFull();
    var doing = new Span(run.state().ended() ? "" : progress.doing());
    doing.getStyle().setColor("var(--vaadin-text-color-secondary)");
    var cell = new VerticalLayout(new Span(run.stage().label()), bar, doing);
    cell.setPadding(false);
    cell.setSpacing(false);
    return cell;
  }

  @Override
  protected void onAttach(AttachEvent attached) {
    updates = LiveUpdates.every(attached.getUI(), () -> grid.getDataProvider().refreshAll());
  }

  @Override
  protected void onDetach(DetachEvent detached) {
    updates.stop();
  }
}
