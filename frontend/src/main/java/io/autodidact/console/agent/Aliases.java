package io.autodidact.console.agent;

import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.badge.BadgeVariant;
import io.autodidact.release.AgentQueries.AgentPicture;
import io.autodidact.release.PublishRelease;
import io.autodidact.release.Release;
import java.util.List;
import java.util.Map;

/** Names that point to a version. */
final class Aliases {
  static final String STABLE = PublishRelease.STABLE;
  static final String CANARY = "canary";

  private Aliases() {}

  /** A badge for each name of the version. */
  static List<Badge> of(AgentPicture agent, Release release) {
    return agent.aliases().entrySet().stream()
        .filter(alias -> alias.getValue() == release.version())
        .map(Map.Entry::getKey)
        .map(Aliases::badge)
        .toList();
  }

  private static Badge badge(String alias) {
    var badge = new Badge(alias);
    if (alias.equals(STABLE)) {
      badge.setText(badge.getTranslation("agent.in-use"));
      badge.addThemeVariants(BadgeVariant.SUCCESS);
    }
    return badge;
  }
}
