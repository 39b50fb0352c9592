package io.autodidact.console.rollout;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.autodidact.console.Screen;
import io.autodidact.console.SignedIn;
import io.autodidact.console.task.TaskScreen;
import io.autodidact.tenant.TenantId;
import jakarta.annotation.security.RolesAllowed;
import java.util.UUID;

/** One attempt at a task, as a story. */
@Route("attempts/:id")
@RolesAllowed("TEACH_AGENTS")
public class AttemptView extends Screen implements BeforeEnterObserver {
  private static final long serialVersionUID = 1L;

  private final transient TenantId tenant;
  private final transient Watching watching;
  private final Paragraph request = new Paragraph();
  private final Div place = new Div();

  AttemptView(AuthenticationContext authentication, Watching watching) {
    super("attempt.title");
    this.tenant = SignedIn.tenant(authentication);
    this.watching = watching;
    cameFrom("nav.attempts", AttemptsView.class);
    request.addClassName("request");
    add(request, place);
  }

  /** Where an attempt is shown. */
  public static RouteParameters at(UUID id) {
    return new RouteParameters(new RouteParam("id", id.toString()));
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var story =
        event
            .getRouteParameters()
            .get("id")
            .flatMap(CompareView::id)
            .flatMap(id -> watching.tell().of(tenant, id))
            .orElseThrow(NotFoundException::new);
    request.setText(story.task().request());
    beside(new OutcomeBadge(story.rollout().reward()));
    actions(
        new RouterLink(
            getTranslation("attempt.task"),
            TaskScreen.class,
            TaskScreen.at(story.task().id().value())));
    place.removeAll();
    place.add(new AttemptStory(story));
  }
}
