package io.autodidact.console.software;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.autodidact.console.Notice;
import io.autodidact.console.Screen;
import io.autodidact.console.SignedIn;
import io.autodidact.console.goal.GoalsView;
import io.autodidact.environment.ConnectionDraft;
import io.autodidact.tenant.TenantId;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Connects software in five steps; the address says which draft and which step. */
@Route("connect/:draft/:step")
@RolesAllowed("TEACH_AGENTS")
public class ConnectView extends Screen implements BeforeEnterObserver {
  /** Where a draft is opened. */
  static final String FIRST = "software";

  private static final long serialVersionUID = 1L;
  private static final List<String> STEPS = List.of(FIRST, "access", "test", "operations", "fresh");

  private final transient TenantId tenant;
  private final transient Connecting connecting;
  private final OrderedList way = new OrderedList();
  private final Div place = new Div();
  private final Button back = new Button();
  private final Button next = new Button();
  private transient ConnectStep step;
  private int number;

  ConnectView(AuthenticationContext authentication, Connecting connecting) {
    super("connect.title");
    this.tenant = SignedIn.tenant(authentication);
    this.connecting = connecting;
    this.step = new DescribeStep(connecting, tenant);
    cameFrom("nav.software", SoftwareListView.class);
    way.addClassName("way-steps");
    way.getElement().setAttribute("aria-label", getTranslation("connect.steps"));
    place.addClassName("wizard");
    back.setText(getTranslation("connect.back"));
    back.addClickListener(click -> go(number - 1));
    next.addThemeVariants(ButtonVariant.PRIMARY);
    next.setDisableOnClick(true);
    next.addClickListener(click -> next());
    var buttons = new Div(back, next);
    buttons.addClassName("actions");
    add(way, place, buttons);
  }

  /** Where a step of a draft is. */
  static RouteParameters at(UUID draft, String step) {
    return new RouteParameters(
        new RouteParam("draft", draft.toString()), new RouteParam("step", step));
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var parameters = event.getRouteParameters();
    number = STEPS.indexOf(parameters.get("step").orElse(FIRST));
    var draft =
        parameters
            .get("draft")
            .filter(id -> number >= 0)
            .flatMap(ConnectView::id)
            .flatMap(id -> connecting.drafts().find(tenant, id))
            .orElseThrow(NotFoundException::new);
    if (number > 0 && !draft.isDescribed()) {
      event.forwardTo(ConnectView.class, at(draft.id(), FIRST));
      return;
    }
    if (number > 2 && draft.catalogue().isEmpty()) {
      event.forwardTo(ConnectView.class, at(draft.id(), STEPS.get(2)));
      return;
    }
    show(draft);
  }

  private static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private void show(ConnectionDraft draft) {
    draft
        .changes()
        .ifPresent(changes -> entitle(getTranslation("connect.change", draft.data().name())));
    way.removeAll();
    for (int i = 0; i < STEPS.size(); i++) {
      way.add(mark(draft, i));
    }
    step =
        switch (number) {
          case 0 -> new DescribeStep(connecting, tenant);
          case 1 -> new AccessStep(connecting, tenant);
          case 2 -> new TestStep(connecting, tenant, next::setEnabled);
          case 3 -> new OperationsStep(connecting, tenant);
          default -> new FreshStep(connecting, tenant);
        };
    back.setVisible(number > 0);
    next.setText(getTranslation(isLast() ? "connect.finish" : "connect.next"));
    next.setEnabled(true);
    next.setIcon(isLast() ? VaadinIcon.CHECK.create() : VaadinIcon.ANGLE_RIGHT.create());
    next.setIconAfterText(!isLast());
    step.show(draft);
    place.removeAll();
    place.add(step);
  }

  private ListItem mark(ConnectionDraft draft, int at) {
    var name = getTranslation("connect.step." + STEPS.get(at));
    var figure = new Span(Integer.toString(at + 1));
    figure.addClassName("figure");
    var item =
        at < number
            ? new ListItem(
                figure, new RouterLink(name, ConnectView.class, at(draft.id(), STEPS.get(at))))
            : new ListItem(figure, new Span(name));
    item.addClassName(at < number ? "done" : at == number ? "now" : "later");
    if (at == number) {
      item.getElement().setAttribute("aria-current", "step");
    }
    return item;
  }

  private boolean isLast() {
    return number == STEPS.size() - 1;
  }

  private void next() {
    try {
      if (step.keep()) {
        if (isLast()) {
          finish();
        } else {
          go(number + 1);
        }
      }
    } finally {
      next.setEnabled(true);
    }
  }

  private void go(int to) {
    UI.getCurrent().navigate(ConnectView.class, at(step.draft().id(), STEPS.get(to)));
  }

  private void finish() {
    var environment = connecting.finish().finish(tenant, step.draft().id());
    Notice.done(getTranslation("connect.finished", environment.data().name()));
    if (step.draft().changes().isPresent()) {
      UI.getCurrent().navigate(SoftwareView.class, SoftwareView.at(environment.id().value()));
    } else {
      UI.getCurrent().navigate(GoalsView.class, GoalsView.at(environment.id().value()));
    }
  }
}
