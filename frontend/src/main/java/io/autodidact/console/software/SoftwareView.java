package io.autodidact.console.software;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.autodidact.console.Screen;
import io.autodidact.console.SignedIn;
import io.autodidact.console.goal.GoalsView;
import io.autodidact.environment.Environment;
import io.autodidact.environment.EnvironmentId;
import io.autodidact.tenant.TenantId;
import jakarta.annotation.security.RolesAllowed;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** One piece of software: its map, everything it offers, and what was noticed about it. */
@Route("software/:id")
@RolesAllowed("TEACH_AGENTS")
public class SoftwareView extends Screen implements BeforeEnterObserver {
  private static final long serialVersionUID = 1L;
  private static final String SHOW = "show";

  private final transient TenantId tenant;
  private final transient Knowing knowing;
  private final Tabs tabs = new Tabs();
  private final Map<Part, Tab> tabOf = new EnumMap<>(Part.class);
  private final CoverageFigures figures = new CoverageFigures();
  private final Div place = new Div();
  private transient UUID id = new UUID(0, 0);

  /** What is looked at; the address says which. */
  private enum Part {
    MAP,
    OPERATIONS,
    NOTICED
  }

  SoftwareView(AuthenticationContext authentication, Knowing knowing) {
    super("software.title");
    this.tenant = SignedIn.tenant(authentication);
    this.knowing = knowing;
    cameFrom("nav.software", SoftwareListView.class);
    for (var part : Part.values()) {
      var tab = new Tab(getTranslation("software.part." + part));
      tabOf.put(part, tab);
      tabs.add(tab);
    }
    tabs.addSelectedChangeListener(
        chosen -> {
          if (chosen.isFromClient()) {
            go(part(chosen.getSelectedTab()));
          }
        });
    add(figures, tabs, place);
  }

  /** Where software is shown. */
  public static RouteParameters at(UUID id) {
    return new RouteParameters(new RouteParam("id", id.toString()));
  }

  private Part part(Tab tab) {
    return tabOf.entrySet().stream()
        .filter(entry -> entry.getValue().equals(tab))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(Part.MAP);
  }

  private void go(Part part) {
    UI.getCurrent()
        .navigate(
            SoftwareView.class,
            at(id),
            QueryParameters.of(SHOW, part.name().toLowerCase(Locale.ROOT)));
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    try {
      id = UUID.fromString(event.getRouteParameters().get("id").orElse(""));
    } catch (IllegalArgumentException e) {
      throw new NotFoundException();
    }
    var environment =
        knowing
            .environments()
            .find(tenant, new EnvironmentId(id))
            .orElseThrow(NotFoundException::new);
    entitle(environment.data().name());
    actions(change(environment), goals());
    var wanted = event.getLocation().getQueryParameters().getSingleParameter(SHOW).orElse("map");
    show(
        environment,
        Stream.of(Part.values())
            .filter(part -> part.name().equalsIgnoreCase(wanted))
            .findFirst()
            .orElse(Part.MAP));
  }

  private Button change(Environment environment) {
    return new Button(
        getTranslation("software.change"),
        click -> {
          var draft = knowing.drafts().change(tenant, environment.id());
          UI.getCurrent().navigate(ConnectView.class, ConnectView.at(draft, ConnectView.FIRST));
        });
  }

  private Button goals() {
    var goals =
        new Button(
            getTranslation("software.goals"),
            click -> UI.getCurrent().navigate(GoalsView.class, GoalsView.at(id)));
    goals.addThemeVariants(ButtonVariant.PRIMARY);
    return goals;
  }

  private void show(Environment environment, Part part) {
    var map = knowing.explorations().map(tenant, environment.id());
    tabs.setSelectedTab(tabOf.get(part));
    figures.show(map);
    place.removeAll();
    place.add(
        switch (part) {
          case MAP ->
              new MapPanel(
                  map, name -> knowing.explorations().operation(tenant, environment.id(), name));
          case OPERATIONS ->
              new OperationsPanel(
                  map, name -> knowing.explorations().operation(tenant, environment.id(), name));
          case NOTICED ->
              new NoticedPanel(
                  knowing.explorations().findings(tenant, environment.id()),
                  knowing
                      .environments()
                      .catalogue(tenant, environment.id())
                      .map(stored -> stored.catalogue().defects())
                      .orElse(List.of()));
        });
  }
}
