package io.autodidact.console.rollout;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.autodidact.attribution.TellAttempt.Story;
import io.autodidact.console.Screen;
import io.autodidact.console.SignedIn;
import io.autodidact.console.task.TaskScreen;
import io.autodidact.tenant.TenantId;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import java.util.UUID;

/** Two attempts at one task, side by side. */
@Route("attempts/:one/beside/:other")
@RolesAllowed("TEACH_AGENTS")
public class CompareView extends Screen implements BeforeEnterObserver {
  private static final long serialVersionUID = 1L;

  private final transient TenantId tenant;
  private final transient Watching watching;
  private final Paragraph request = new Paragraph();
  private final Div place = new Div();

  CompareView(AuthenticationContext authentication, Watching watching) {
    super("attempt.compare");
    this.tenant = SignedIn.tenant(authentication);
    this.watching = watching;
    cameFrom("nav.attempts", AttemptsView.class);
    request.addClassName("request");
    place.addClassNames("columns", "beside-one-another");
    add(request, place);
  }

  /** Where two attempts stand side by side. */
  public static RouteParameters at(UUID one, UUID other) {
    return new RouteParameters(
        new RouteParam("one", one.toString()), new RouteParam("other", other.toString()));
  }

  static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var one = story(event, "one");
    var other = story(event, "other");
    if (!one.task().id().equals(other.task().id())) {
      throw new NotFoundException();
    }
    request.setText(one.task().request());
    actions(
        new RouterLink(
            getTranslation("attempt.task"),
            TaskScreen.class,
            TaskScreen.at(one.task().id().value())));
    place.removeAll();
    place.add(column(one), column(other));
  }

  private Story story(BeforeEnterEvent event, String which) {
    return event
        .getRouteParameters()
        .get(which)
        .flatMap(CompareView::id)
        .flatMap(id -> watching.tell().of(tenant, id))
        .orElseThrow(NotFoundException::new);
  }

  private Div column(Story story) {
    var origin = story.rollout().origin();
    var title =
        new H2(
            getTranslation(
                "attempt.who." + origin.purpose(),
                getTranslation("candidate." + origin.policy()),
                origin.iteration(),
                origin.sample() + 1));
    return new Div(title, new OutcomeBadge(story.rollout().reward()), new AttemptStory(story));
  }
}
