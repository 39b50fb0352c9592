package io.autodidact.console.run;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.ConfigurableFilterDataProvider;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.autodidact.console.LiveUpdates;
import io.autodidact.console.Screen;
import io.autodidact.console.SignedIn;
import io.autodidact.learning.LearningRun;
import io.autodidact.learning.LearningRunQueries;
import io.autodidact.learning.RunFilter;
import io.autodidact.learning.RunState;
import jakarta.annotation.security.RolesAllowed;

/** All learning runs, newest first. */
@Route("learning-runs")
@Menu(title = "nav.runs", order = 30, icon = "vaadin:academy-cap")
@RolesAllowed("TEACH_AGENTS")
public class LearningRunsView extends Screen {
  private static final long serialVersionUID = 1L;

  private final transient RunPages runs;
  private final RunGrid grid = new RunGrid();
  private final TextField agent = new TextField();
  private final MultiSelectComboBox<RunState> states = new MultiSelectComboBox<>();
  private final ConfigurableFilterDataProvider<LearningRun, Void, RunFilter> found;
  private transient LiveUpdates updates = LiveUpdates.NONE;

  LearningRunsView(AuthenticationContext authentication, LearningRunQueries queries) {
    super("nav.runs");
    this.runs = new RunPages(queries, SignedIn.tenant(authentication));
    this.found =
        DataProvider.<LearningRun, RunFilter>fromFilteringCallbacks(
                query ->
                    runs.fetch(query.getFilter(), query.getOffset(), query.getLimit()).stream(),
                query -> runs.count(query.getFilter()))
            .withConfigurableFilter();
    grid.setItems(found);
    actions(start());
    add(filters(), grid);
    addClassName("filled");
  }

  private Button start() {
    var start =
        new Button(
            getTranslation("run.start"),
            VaadinIcon.PLUS.create(),
            click -> UI.getCurrent().navigate(StartRunView.class));
    start.addThemeVariants(ButtonVariant.PRIMARY);
    return start;
  }

  private Div filters() {
    agent.setPlaceholder(getTranslation("run.filter.agent"));
    agent.setAriaLabel(getTranslation("run.filter.agent"));
    agent.setPrefixComponent(VaadinIcon.SEARCH.create());
    agent.setClearButtonVisible(true);
    agent.setValueChangeMode(ValueChangeMode.LAZY);
    agent.addValueChangeListener(typed -> filter());
    states.setPlaceholder(getTranslation("run.filter.state"));
    states.setAriaLabel(getTranslation("run.filter.state"));
    states.setItems(RunState.values());
    states.setItemLabelGenerator(state -> getTranslation("run.state." + state.name()));
    states.addValueChangeListener(chosen -> filter());
    var filters = new Div(agent, states);
    filters.addClassName("filters");
    return filters;
  }

  private void filter() {
    found.setFilter(new RunFilter(agent.getValue(), states.getValue()));
    grid.sayWhyEmpty(!agent.isEmpty() || !states.isEmpty());
  }

  @Override
  protected void onAttach(AttachEvent attached) {
    updates = LiveUpdates.every(attached.getUI(), found::refreshAll);
  }

  @Override
  protected void onDetach(DetachEvent detached) {
    updates.stop();
  }
}
