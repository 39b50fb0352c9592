package io.autodidact.console;

import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.badge.BadgeVariant;
import io.autodidact.learning.RunState;

/** A run's state as a word in its colour. */
final class StateBadge extends Badge {
  private static final long serialVersionUID = 1L;

  StateBadge(RunState state) {
    super(word(state));
    switch (state) {
      case FINISHED -> addThemeVariants(BadgeVariant.SUCCESS);
      case FAILED -> addThemeVariants(BadgeVariant.ERROR);
      case STOPPING, CANCELLED -> addThemeVariants(BadgeVariant.WARNING);
      case QUEUED, RUNNING -> {
        // The plain colour.
      }
    }
  }

  private static String word(RunState state) {
    return switch (state) {
      case QUEUED -> "Waiting for a worker";
      case RUNNING -> "Running";
      case STOPPING -> "Stopping";
      case CANCELLED -> "Cancelled";
      case FINISHED -> "Finished";
      case FAILED -> "Failed";
    };
  }
}
