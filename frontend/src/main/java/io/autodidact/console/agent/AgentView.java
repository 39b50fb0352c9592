package io.autodidact.console.agent;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.autodidact.console.Screen;
import io.autodidact.console.SignedIn;
import io.autodidact.release.AgentQueries.AgentPicture;
import io.autodidact.release.Release;
import io.autodidact.tenant.TenantId;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;

/** One agent: its versions, and of one of them what it can, why it may be used, how to call it. */
@Route("agents/:name/:version?(v[1-9][0-9]*)")
@RolesAllowed("TEACH_AGENTS")
public class AgentView extends Screen implements BeforeEnterObserver {
  private static final long serialVersionUID = 1L;

  private final transient TenantId tenant;
  private final transient OpenAgent open;
  private final Div body = new Div();

  AgentView(AuthenticationContext authentication, OpenAgent open) {
    super("nav.agents");
    this.tenant = SignedIn.tenant(authentication);
    this.open = open;
    cameFrom("nav.agents", AgentsView.class);
    body.addClassName("columns");
    add(body);
  }

  /** Where an agent is shown, with the version in use. */
  public static RouteParameters at(String agent) {
    return new RouteParameters(new RouteParam("name", agent));
  }

  /** Where one of its versions is shown. */
  public static RouteParameters at(String agent, int version) {
    return new RouteParameters(
        new RouteParam("name", agent), new RouteParam("version", "v" + version));
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var name = event.getRouteParameters().get("name").orElse("");
    var agent = open.agents().agent(tenant, name).orElseThrow(NotFoundException::new);
    var wanted =
        event
            .getRouteParameters()
            .get("version")
            .map(version -> Integer.parseInt(version.substring(1)))
            .or(() -> Optional.ofNullable(agent.aliases().get(Aliases.STABLE)))
            .orElse(agent.versions().getFirst().version());
    show(agent, agent.version(wanted).orElseThrow(NotFoundException::new));
  }

  private void show(AgentPicture agent, Release release) {
    entitle(agent.name());
    actions(tryIt(agent, release));
    body.removeAll();
    var versions = new VersionList(agent, release);
    var code = new CallingCode(agent.name());
    code.setVisible(agent.aliases().containsKey(Aliases.STABLE));
    body.add(
        new VersionCard(agent, release, open, tenant),
        versions,
        new VersionExam(agent, release, open.curves()),
        code);
  }

  private Button tryIt(AgentPicture agent, Release release) {
    var button =
        new Button(
            getTranslation("agent.try"),
            VaadinIcon.CHAT.create(),
            click ->
                getUI()
                    .ifPresent(
                        ui ->
                            ui.navigate(TryAgentView.class, at(agent.name(), release.version()))));
    button.addThemeVariants(ButtonVariant.PRIMARY);
    button.setVisible(release.isReleased());
    return button;
  }
}
