package io.autodidact.console.agent;

import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.badge.BadgeVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.autodidact.console.EmptyState;
import io.autodidact.console.Phones;
import io.autodidact.console.Screen;
import io.autodidact.console.SignedIn;
import io.autodidact.console.Viewer;
import io.autodidact.console.run.StartRunView;
import io.autodidact.release.AgentQueries;
import io.autodidact.release.AgentQueries.AgentSummary;
import jakarta.annotation.security.RolesAllowed;

/** All agents. */
@Route("agents")
@Menu(title = "nav.agents", order = 40, icon = "vaadin:automation")
@RolesAllowed("TEACH_AGENTS")
public class AgentsView extends Screen {
  private static final long serialVersionUID = 1L;

  AgentsView(AuthenticationContext authentication, AgentQueries agents) {
    super("nav.agents");
    var tenant = SignedIn.tenant(authentication);
    var grid = grid();
    grid.setItems(
        DataProvider.fromCallbacks(
            query -> agents.agents(tenant, query.getOffset(), query.getLimit()).stream(),
            query -> agents.count(tenant)));
    addClassName("filled");
    add(grid);
  }

  private Grid<AgentSummary> grid() {
    var grid = new Grid<AgentSummary>();
    grid.addThemeVariants(GridVariant.NO_BORDER);
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    grid.addColumn(new ComponentRenderer<>(AgentsView::name))
        .setHeader(getTranslation("run.agent"));
    grid.addColumn(new ComponentRenderer<>(this::version))
        .setHeader(getTranslation("agent.in-use"));
    var software =
        grid.addColumn(AgentSummary::software).setHeader(getTranslation("agent.software"));
    var newest =
        grid.addColumn(agent -> Viewer.current().dateTime(agent.newestAt()))
            .setHeader(getTranslation("agent.newest-at"))
            .setAutoWidth(true)
            .setFlexGrow(0);
    Phones.hide(grid, software, newest);
    grid.setEmptyStateComponent(
        new EmptyState(
            VaadinIcon.AUTOMATION,
            getTranslation("agent.none.title"),
            getTranslation("agent.none.text"),
            new RouterLink(getTranslation("run.start"), StartRunView.class)));
    return grid;
  }

  private static RouterLink name(AgentSummary agent) {
    return new RouterLink(agent.name(), AgentView.class, AgentView.at(agent.name()));
  }

  private Div version(AgentSummary agent) {
    var badge =
        agent
            .stable()
            .map(version -> new Badge(getTranslation("agent.version", version)))
            .orElseGet(() -> new Badge(getTranslation("agent.none-in-use")));
    badge.addThemeVariants(
        agent.stable().isPresent() ? BadgeVariant.SUCCESS : BadgeVariant.WARNING);
    return new Div(badge);
  }
}
