package io.autodidact.console.task;

import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.badge.BadgeVariant;
import io.autodidact.task.StoredTask.State;

/** What people think of a task, as a word in its colour. */
final class TaskBadge extends Badge {
  private static final long serialVersionUID = 1L;

  TaskBadge(State state) {
    setText(getTranslation("task.state." + state));
    switch (state) {
      case KEPT -> {
        // The plain colour.
      }
      case APPROVED -> addThemeVariants(BadgeVariant.SUCCESS);
      case DROPPED -> addThemeVariants(BadgeVariant.WARNING);
    }
  }
}
