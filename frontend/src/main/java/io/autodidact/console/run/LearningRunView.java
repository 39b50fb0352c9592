package io.autodidact.console.run;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.card.Card;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.autodidact.console.LiveUpdates;
import io.autodidact.console.Screen;
import io.autodidact.console.SignedIn;
import io.autodidact.goal.GoalData;
import io.autodidact.learning.LearningRun;
import io.autodidact.tenant.RunScope;
import io.autodidact.tenant.TenantId;
import jakarta.annotation.security.RolesAllowed;
import java.util.UUID;
import java.util.stream.Collectors;

/** One learning run: how far it is, how well it does, what it found out, what it came to. */
@Route("learning-runs/:id")
@RolesAllowed("TEACH_AGENTS")
public class LearningRunView extends Screen implements BeforeEnterObserver {
  private static final long serialVersionUID = 1L;

  private final transient TenantId tenant;
  private final transient WatchRun watch;
  private final RunActions actions;
  private final Paragraph about = new Paragraph();
  private final RunSummary summary = new RunSummary();
  private final StageBars stages = new StageBars();
  private final NewsFeed feed = new NewsFeed();
  private final RunCurve curve = new RunCurve();
  private final ExamCharts exam = new ExamCharts();
  private final FindingsList findings = new FindingsList();
  private transient LiveUpdates updates = LiveUpdates.NONE;
  private transient RunScope scope;

  LearningRunView(AuthenticationContext authentication, WatchRun watch) {
    super("run.title");
    this.tenant = SignedIn.tenant(authentication);
    this.watch = watch;
    this.actions = new RunActions(watch.stop(), this::show);
    cameFrom("nav.runs", LearningRunsView.class);
    actions(actions);
    var news = card("run.news", feed);
    var columns =
        new Div(card("run.stages", stages), card("run.curve", curve), exam, news, findings);
    columns.addClassName("columns");
    add(about, summary, columns);
  }

  /** Where a run is shown. */
  public static RouteParameters at(RunScope scope) {
    return new RouteParameters(new RouteParam("id", scope.learningRun().toString()));
  }

  private Card card(String title, Component content) {
    var card = new Card();
    card.setTitle(getTranslation(title), 2);
    card.add(content);
    return card;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var id = event.getRouteParameters().get("id").orElse("");
    try {
      scope = new RunScope(tenant, UUID.fromString(id));
    } catch (IllegalArgumentException e) {
      throw new NotFoundException(id);
    }
    show();
  }

  private void show() {
    var run = watch.runs().run(scope).orElseThrow(NotFoundException::new);
    entitle(run.agent());
    beside(new StateBadge(run.state()));
    actions.show(run);
    about.setText(run.reason().orElseGet(() -> goals(run)));
    var progress = RunProgress.of(run);
    stages.show(progress);
    summary.show(run, progress, watch.runs().spent(scope));
    var news = watch.runs().after(scope, feed.last());
    if (!news.isEmpty()) {
      feed.add(news);
      curve.show(watch.curves().rounds(scope));
      exam.show(watch.curves().exam(scope));
      findings.show(watch.runs().findings(scope));
    }
  }

  private static String goals(LearningRun run) {
    return run.goals().stream().map(GoalData::text).collect(Collectors.joining(" · "));
  }

  @Override
  protected void onAttach(AttachEvent attached) {
    updates = LiveUpdates.every(attached.getUI(), this::show);
  }

  @Override
  protected void onDetach(DetachEvent detached) {
    updates.stop();
  }
}
