package io.autodidact.console.agent;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.card.Card;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.RouterLink;
import io.autodidact.console.Confirm;
import io.autodidact.console.Notice;
import io.autodidact.console.Viewer;
import io.autodidact.console.run.LearningRunView;
import io.autodidact.release.AgentQueries.AgentPicture;
import io.autodidact.release.MoveAlias.Sighting;
import io.autodidact.release.Release;
import io.autodidact.tenant.RunScope;
import io.autodidact.tenant.TenantId;
import java.time.Instant;
import java.util.Optional;

/** A version: the gate's verdict on it, and whether it is used. */
final class VersionCard extends Card {
  private static final long serialVersionUID = 1L;

  private final transient AgentPicture agent;
  private final transient Release release;
  private final transient OpenAgent open;
  private final transient TenantId tenant;

  VersionCard(AgentPicture agent, Release release, OpenAgent open, TenantId tenant) {
    this.agent = agent;
    this.release = release;
    this.open = open;
    this.tenant = tenant;
    setTitle(getTranslation("agent.version", release.version()), 2);
    var made = Viewer.current().dateTime(Instant.parse(release.manifest().createdAt()));
    setSubtitle(getTranslation("agent.made", made, release.manifest().baseModel()));
    var names = new Div();
    names.addClassName("actions");
    Aliases.of(agent, release).forEach(names::add);
    var run = new RunScope(tenant, release.manifest().lineage().learningRun());
    add(
        names,
        new Paragraph(release.verdict().sentence()),
        new RouterLink(getTranslation("agent.run"), LearningRunView.class, LearningRunView.at(run)),
        new BundleBox(release, open));
    if (release.isReleased()) {
      var moves = new Div(move(Aliases.STABLE), move(Aliases.CANARY));
      moves.addClassName("actions");
      add(moves);
    }
  }

  private Button move(String alias) {
    var now = Optional.ofNullable(agent.aliases().get(alias));
    boolean back = now.filter(version -> version > release.version()).isPresent();
    boolean stable = alias.equals(Aliases.STABLE);
    var verb =
        stable
            ? getTranslation(back ? "agent.roll-back" : "agent.use")
            : getTranslation("agent.canary");
    var button = new Button(verb, click -> ask(alias, verb, now));
    if (stable) {
      button.addThemeVariants(ButtonVariant.PRIMARY);
    }
    button.setVisible(now.filter(version -> version == release.version()).isEmpty());
    return button;
  }

  private void ask(String alias, String verb, Optional<Integer> now) {
    boolean stable = alias.equals(Aliases.STABLE);
    Confirm.ask(
        getTranslation("agent.move.question", verb, release.version()),
        stable
            ? now.map(old -> getTranslation("agent.move.from", old, release.version()))
                .orElseGet(() -> getTranslation("agent.move.first", release.version()))
            : getTranslation("agent.move.canary", agent.name()),
        verb,
        () -> moveTo(new Sighting(alias, now)));
  }

  private void moveTo(Sighting seen) {
    try {
      open.move().moveFrom(seen, tenant, agent.name(), release.version());
      Notice.done(getTranslation("agent.moved", release.version()));
    } finally {
      UI.getCurrent().refreshCurrentRoute(false);
    }
  }
}
