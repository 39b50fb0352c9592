package io.autodidact.console.agent;

import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.badge.BadgeVariant;
import com.vaadin.flow.component.card.Card;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.RouterLink;
import io.autodidact.console.Viewer;
import io.autodidact.release.AgentQueries.AgentPicture;
import io.autodidact.release.Release;
import java.time.Instant;

/** Every version of an agent, the newest first. */
final class VersionList extends Card {
  private static final long serialVersionUID = 1L;

  VersionList(AgentPicture agent, Release chosen) {
    setTitle(getTranslation("agent.versions"), 2);
    var list = new UnorderedList();
    list.addClassName("versions");
    agent.versions().forEach(release -> list.add(line(agent, release, chosen)));
    add(list);
  }

  private ListItem line(AgentPicture agent, Release release, Release chosen) {
    var link =
        new RouterLink(
            getTranslation("agent.version", release.version()),
            AgentView.class,
            AgentView.at(agent.name(), release.version()));
    if (release.version() == chosen.version()) {
      link.getElement().setAttribute("aria-current", "true");
    }
    var when = new Span(Viewer.current().dateTime(Instant.parse(release.manifest().createdAt())));
    when.addClassName("quiet");
    var line = new ListItem(link);
    Aliases.of(agent, release).forEach(line::add);
    if (!release.isReleased()) {
      var held = new Badge(getTranslation("agent.held"));
      held.addThemeVariants(BadgeVariant.WARNING);
      line.add(held);
    }
    line.add(when);
    return line;
  }
}
