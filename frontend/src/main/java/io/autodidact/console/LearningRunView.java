package io.autodidact.console;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.autodidact.goal.GoalData;
import io.autodidact.learning.LearningRun;
import io.autodidact.tenant.RunScope;
import jakarta.annotation.security.PermitAll;
import java.util.UUID;
import java.util.stream.Collectors;

/** One learning run while it works: its stages, its news, its exam. */
@Route("learning-runs")
@PageTitle("Learning run · Autodidact")
@PermitAll
public class LearningRunView extends VerticalLayout implements HasUrlParameter<String> {
  private static final long serialVersionUID = 1L;

  private final transient AuthenticationContext authentication;
  private final transient RunNews news;
  private final H1 title = new H1();
  private final HorizontalLayout state = new HorizontalLayout();
  private final Paragraph reason = new Paragraph();
  private final StageBars stages = new StageBars();
  private final NewsFeed feed = new NewsFeed();
  private final ExamTable exam = new ExamTable();
  private transient LiveUpdates updates = LiveUpdates.NONE;
  private transient RunScope scope;

  LearningRunView(AuthenticationContext authentication, RunNews news) {
    this.authentication = authentication;
    this.news = news;
    var head = new HorizontalLayout(title, state);
    head.setAlignItems(Alignment.CENTER);
    var columns = new HorizontalLayout(column("Stages", stages), column("News", feed));
    columns.setWidthFull();
    columns.setWrap(true);
    columns.getStyle().set("gap", "2rem");
    setMaxWidth("80rem");
    add(new RouterLink("All learning runs", LearningRunsView.class), head, reason, exam, columns);
  }

  private static VerticalLayout column(String name, VerticalLayout content) {
    var column = new VerticalLayout(new H2(name), content);
    column.setPadding(false);
    column.setWidth("24rem");
    column.getStyle().setFlexGrow("1");
    return column;
  }

  @Override
  public void setParameter(BeforeEvent event, String id) {
    try {
      scope = new RunScope(SignedIn.tenant(authentication), UUID.fromString(id));
    } catch (IllegalArgumentException e) {
      throw new NotFoundException("There is no such learning run.");
    }
    show();
  }

  private void show() {
    var run =
        news.run(scope).orElseThrow(() -> new NotFoundException("There is no such learning run."));
    show(run);
    if (feed.add(news.after(scope, feed.last()))) {
      exam.show(news.exam(run));
    }
  }

  private void show(LearningRun run) {
    title.setText(run.agent());
    state.removeAll();
    state.add(new StateBadge(run.state()));
    reason.setText(run.reason().orElseGet(() -> goals(run)));
    stages.show(RunProgress.of(run));
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
