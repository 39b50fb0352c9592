package io.autodidact.console.task;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.autodidact.console.Loading;
import io.autodidact.console.Meanwhile;
import io.autodidact.console.Notice;
import io.autodidact.console.Screen;
import io.autodidact.console.SignedIn;
import io.autodidact.task.EditTask.TaskChange;
import io.autodidact.task.StoredTask.State;
import io.autodidact.task.TaskId;
import io.autodidact.tenant.TenantId;
import jakarta.annotation.security.RolesAllowed;
import java.util.UUID;

/** One task: what is asked, how it is done, how it is judged, and how attempts at it went. */
@Route("tasks/:id")
@RolesAllowed("TEACH_AGENTS")
public class TaskScreen extends Screen implements BeforeEnterObserver {
  private static final long serialVersionUID = 1L;

  private final transient TenantId tenant;
  private final transient Reviewing reviewing;
  private final Div replayed = new Div();
  private final Div place = new Div();
  private final Button replay = new Button(VaadinIcon.PLAY.create());
  private transient TaskId id = new TaskId(new UUID(0, 0));
  private int seen;

  TaskScreen(AuthenticationContext authentication, Reviewing reviewing) {
    super("task.title");
    this.tenant = SignedIn.tenant(authentication);
    this.reviewing = reviewing;
    cameFrom("nav.tasks", TasksView.class);
    replayed.addClassName("results");
    replayed.getElement().setAttribute("aria-live", "polite");
    replay.setText(getTranslation("task.replay"));
    replay.addClickListener(click -> replay());
    place.addClassName("columns");
    add(replayed, place);
  }

  /** Where a task is shown. */
  public static RouteParameters at(UUID id) {
    return new RouteParameters(new RouteParam("id", id.toString()));
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    try {
      id = new TaskId(UUID.fromString(event.getRouteParameters().get("id").orElse("")));
    } catch (IllegalArgumentException e) {
      throw new NotFoundException();
    }
    replayed.removeAll();
    show();
  }

  private void show() {
    var detail = reviewing.tasks().detail(tenant, id).orElseThrow(NotFoundException::new);
    var view = detail.view();
    seen = view.version();
    beside(new TaskBadge(view.state()));
    actions(
        replay,
        state(State.DROPPED, view.state(), "task.drop"),
        state(State.KEPT, view.state(), "task.take-back"),
        state(State.APPROVED, view.state(), "task.approve"));
    place.removeAll();
    place.add(
        new RequestCard(view, text -> change(TaskChange.request(seen, text), "task.reworded")),
        new PlanCard(view),
        new ChecksCard(view),
        new AttemptsCard(reviewing.rollouts().at(tenant, id)));
  }

  private Button state(State wanted, State now, String text) {
    var button =
        new Button(
            getTranslation(text),
            click -> change(TaskChange.state(seen, wanted), "task.now." + wanted));
    if (wanted == State.APPROVED) {
      button.addThemeVariants(ButtonVariant.PRIMARY);
    }
    button.setVisible(wanted != now && (wanted != State.KEPT || now == State.DROPPED));
    return button;
  }

  private void change(TaskChange change, String said) {
    reviewing.edit().change(tenant, id, change);
    Notice.done(getTranslation(said));
    show();
  }

  private void replay() {
    replayed.removeAll();
    replayed.add(new Loading(getTranslation("task.replay.doing")));
    replay.setEnabled(false);
    var task = id;
    Meanwhile.run(
        getUI().orElseThrow(),
        () -> reviewing.replay().replay(tenant, task),
        () -> {
          replay.setEnabled(true);
          replayed.removeAll();
        },
        result -> replayed.add(new ReplayResult(result)));
  }

  /** A sentence that explains. */
  static Paragraph quiet(String text) {
    var paragraph = new Paragraph(text);
    paragraph.addClassName("quiet");
    return paragraph;
  }
}
