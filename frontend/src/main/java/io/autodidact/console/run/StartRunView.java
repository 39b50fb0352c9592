package io.autodidact.console.run;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.autodidact.console.EmptyState;
import io.autodidact.console.Notice;
import io.autodidact.console.Screen;
import io.autodidact.console.SignedIn;
import io.autodidact.learning.Budget;
import io.autodidact.learning.PlanRunQueries.Software;
import io.autodidact.learning.RunRequest;
import io.autodidact.tenant.TenantId;
import jakarta.annotation.security.RolesAllowed;
import java.util.Locale;
import java.util.Optional;

/** Says what a learning run will take before it starts, and starts it. */
@Route("learning-runs/new")
@RolesAllowed("TEACH_AGENTS")
public class StartRunView extends Screen implements BeforeEnterObserver {
  private static final long serialVersionUID = 1L;
  private static final int LEAST_MINUTES = 2;
  private static final int MOST_MINUTES = 7 * 24 * 60;

  private final transient TenantId tenant;
  private final transient PlanRun plan;
  private final Select<Software> software = new Select<>();
  private final GoalList goals = new GoalList();
  private final TextField agent = new TextField();
  private final IntegerField minutes = new IntegerField();
  private final EstimateCard estimate = new EstimateCard();
  private final Button start = new Button();

  StartRunView(AuthenticationContext authentication, PlanRun plan) {
    super("run.start");
    this.tenant = SignedIn.tenant(authentication);
    this.plan = plan;
    cameFrom("nav.runs", LearningRunsView.class);
    var some = plan.queries().software(tenant);
    if (some.isEmpty()) {
      add(
          new EmptyState(
              VaadinIcon.CONNECT,
              getTranslation("run.new.no-software.title"),
              getTranslation("run.new.no-software.text")));
      return;
    }
    software.setItems(some);
    ask();
    var form = new Div(software, goals, agent, minutes, start);
    form.addClassName("form");
    var columns = new Div(form, estimate);
    columns.addClassName("columns");
    add(columns);
    software.setValue(some.getFirst());
  }

  private void ask() {
    software.setLabel(getTranslation("run.new.software"));
    software.setItemLabelGenerator(
        one -> getTranslation("run.new.software.item", one.name(), one.operations()));
    software.addValueChangeListener(chosen -> choose(chosen.getValue()));
    agent.setLabel(getTranslation("run.new.agent"));
    agent.setHelperText(getTranslation("run.new.agent.help"));
    agent.setRequiredIndicatorVisible(true);
    agent.setMaxLength(63);
    agent.setAllowedCharPattern("[a-z0-9-]");
    agent.setValueChangeMode(ValueChangeMode.EAGER);
    agent.addValueChangeListener(typed -> agent.setInvalid(false));
    minutes.setLabel(getTranslation("run.new.minutes"));
    minutes.setHelperText(getTranslation("run.new.minutes.help"));
    minutes.setMin(LEAST_MINUTES);
    minutes.setMax(MOST_MINUTES);
    minutes.setStepButtonsVisible(true);
    minutes.setValue((int) Budget.DEFAULT.minutes());
    minutes.addValueChangeListener(typed -> estimate());
    start.setText(getTranslation("run.new.start"));
    start.addThemeVariants(ButtonVariant.PRIMARY);
    start.setDisableOnClick(true);
    start.addClickListener(click -> start());
  }

  private void choose(Software chosen) {
    var wanted = plan.queries().goals(tenant, chosen.id());
    goals.show(wanted);
    start.setVisible(!wanted.isEmpty());
    if (agent.isEmpty()) {
      agent.setValue(suggested(chosen.name()));
    }
    estimate();
  }

  private static String suggested(String name) {
    var plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return plain.replaceAll("^-+|-+$", "");
  }

  private Optional<Budget> budget() {
    return Optional.ofNullable(minutes.getValue())
        .filter(wanted -> wanted >= LEAST_MINUTES && wanted <= MOST_MINUTES)
        .map(wanted -> new Budget(wanted, Budget.DEFAULT.calls(), Budget.DEFAULT.tokens()));
  }

  private void estimate() {
    var budget = budget();
    estimate.setVisible(budget.isPresent());
    budget.ifPresent(limits -> estimate.show(plan.estimate().estimate(tenant, limits)));
  }

  private void start() {
    try {
      if (agent.isEmpty() || agent.getValue().startsWith("-")) {
        agent.setInvalid(true);
        agent.setErrorMessage(getTranslation("run.new.agent.wrong"));
        return;
      }
      budget().ifPresent(this::start);
    } finally {
      start.setEnabled(true);
    }
  }

  private void start(Budget budget) {
    var request =
        new RunRequest(
            software.getValue().id().value(),
            agent.getValue(),
            Optional.of(budget),
            Optional.empty(),
            Optional.empty());
    var run = plan.start().start(tenant, request, plan.clock());
    Notice.done(getTranslation("run.new.started"));
    UI.getCurrent().navigate(LearningRunView.class, LearningRunView.at(run.scope()));
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var wanted = event.getLocation().getQueryParameters().getSingleParameter("software");
    software
        .getListDataView()
        .getItems()
        .filter(one -> wanted.filter(one.id().value().toString()::equals).isPresent())
        .findFirst()
        .ifPresent(software::setValue);
  }
}
