package io.autodidact.console.run;

import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.badge.BadgeVariant;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.autodidact.learning.RunState;

/** A run's state as a word and a sign, in its colour. */
public final class StateBadge extends Badge {
  private static final long serialVersionUID = 1L;

  public StateBadge(RunState state) {
    setText(getTranslation("run.state." + state.name()));
    setIcon(sign(state).create());
    switch (state) {
      case FINISHED -> addThemeVariants(BadgeVariant.SUCCESS);
      case FAILED -> addThemeVariants(BadgeVariant.ERROR);
      case STOPPING, CANCELLED -> addThemeVariants(BadgeVariant.WARNING);
      case QUEUED, RUNNING -> {
        // The plain colour.
      }
    }
  }

  private static VaadinIcon sign(RunState state) {
    return switch (state) {
      case QUEUED -> VaadinIcon.HOURGLASS;
      case RUNNING -> VaadinIcon.PLAY;
      case STOPPING -> VaadinIcon.PAUSE;
      case CANCELLED -> VaadinIcon.STOP;
      case FINISHED -> VaadinIcon.CHECK;
      case FAILED -> VaadinIcon.CLOSE;
    };
  }
}
