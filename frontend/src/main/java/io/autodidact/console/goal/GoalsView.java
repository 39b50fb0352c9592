package io.autodidact.console.goal;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.autodidact.connector.Catalogue;
import io.autodidact.console.Confirm;
import io.autodidact.console.EmptyState;
import io.autodidact.console.Notice;
import io.autodidact.console.Screen;
import io.autodidact.console.SignedIn;
import io.autodidact.console.run.StartRunView;
import io.autodidact.console.software.ConnectStartView;
import io.autodidact.environment.EnvironmentSummary;
import io.autodidact.goal.Goal;
import io.autodidact.goal.GoalData;
import io.autodidact.tenant.TenantId;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What people want done with a piece of software. */
@Route("goals")
@Menu(title = "nav.goals", order = 25, icon = "vaadin:bullseye")
@RolesAllowed("TEACH_AGENTS")
public class GoalsView extends Screen implements BeforeEnterObserver {
  private static final long serialVersionUID = 1L;
  private static final String SOFTWARE = "software";

  private final transient TenantId tenant;
  private final transient Wishing wishing;
  private final Select<EnvironmentSummary> software = new Select<>();
  private final Div place = new Div();
  private transient Optional<EnvironmentSummary> shown = Optional.empty();

  GoalsView(AuthenticationContext authentication, Wishing wishing) {
    super("nav.goals");
    this.tenant = SignedIn.tenant(authentication);
    this.wishing = wishing;
    software.setLabel(getTranslation("goal.software"));
    software.setItemLabelGenerator(EnvironmentSummary::name);
    software.addValueChangeListener(
        chosen -> {
          if (chosen.isFromClient()) {
            UI.getCurrent().navigate(GoalsView.class, at(chosen.getValue().id().value()));
          }
        });
    place.addClassName("goals");
    add(software, place);
  }

  /** Where the goals for that software are. */
  public static QueryParameters at(UUID environment) {
    return QueryParameters.of(SOFTWARE, environment.toString());
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var all = wishing.software().all(tenant);
    software.setVisible(all.size() > 1);
    place.removeAll();
    if (all.isEmpty()) {
      place.add(
          new EmptyState(
              VaadinIcon.CONNECT,
              getTranslation("goal.no-software.title"),
              getTranslation("goal.no-software.text"),
              new RouterLink(getTranslation("software.connect"), ConnectStartView.class)));
      return;
    }
    software.setItems(all);
    var wanted = event.getLocation().getQueryParameters().getSingleParameter(SOFTWARE);
    var chosen =
        wanted
            .map(
                id ->
                    all.stream()
                        .filter(one -> one.id().value().toString().equals(id))
                        .findFirst()
                        .orElseThrow(NotFoundException::new))
            .orElse(all.getFirst());
    software.setValue(chosen);
    shown = Optional.of(chosen);
    show();
  }

  private EnvironmentSummary chosen() {
    return shown.orElseThrow();
  }

  private void show() {
    place.removeAll();
    var catalogue =
        wishing
            .software()
            .catalogue(tenant, chosen().id())
            .map(stored -> stored.catalogue())
            .orElseGet(() -> new Catalogue(List.of(), List.of()));
    var goals = wishing.goals().of(tenant, chosen().id().value());
    if (goals.isEmpty()) {
      place.add(new Paragraph(getTranslation("goal.first", chosen().name())));
    } else {
      start();
    }
    goals.forEach(
        goal ->
            place.add(new GoalCard(goal, catalogue, () -> edit(goal, catalogue), () -> ask(goal))));
    var form = new GoalForm(catalogue, Optional.empty(), this::state);
    place.add(new H2(getTranslation(goals.isEmpty() ? "goal.new" : "goal.another")), form);
  }

  private void start() {
    var start =
        new Button(
            getTranslation("run.start"),
            VaadinIcon.ACADEMY_CAP.create(),
            click ->
                UI.getCurrent()
                    .navigate(
                        StartRunView.class,
                        QueryParameters.of(SOFTWARE, chosen().id().value().toString())));
    start.addThemeVariants(ButtonVariant.PRIMARY);
    actions(start);
  }

  private void state(GoalData data) {
    wishing.goals().state(tenant, chosen().id().value(), data);
    Notice.done(getTranslation("goal.stated"));
    show();
  }

  private void edit(Goal goal, Catalogue catalogue) {
    place.removeAll();
    var leave = new Button(getTranslation("action.cancel"), click -> show());
    place.add(
        new H2(getTranslation("goal.edit")),
        new GoalForm(
            catalogue,
            Optional.of(goal.data()),
            data -> {
              wishing.goals().change(tenant, goal, data);
              Notice.done(getTranslation("goal.changed"));
              show();
            }),
        leave);
  }

  private void ask(Goal goal) {
    Confirm.warn(
        getTranslation("goal.remove.question"),
        getTranslation("goal.remove.consequence"),
        getTranslation("goal.remove"),
        () -> {
          wishing.goals().withdraw(tenant, goal.id());
          show();
        });
  }
}
