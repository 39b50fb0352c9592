package io.autodidact.console.rollout;

import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.badge.BadgeVariant;

/** Whether an attempt solved its task, by sign, word and colour. */
public final class OutcomeBadge extends Badge {
  private static final long serialVersionUID = 1L;

  public OutcomeBadge(double reward) {
    boolean solved = reward == 1;
    setText((solved ? "✓ " : "✗ ") + getTranslation(solved ? "attempt.solved" : "attempt.not"));
    addThemeVariants(solved ? BadgeVariant.SUCCESS : BadgeVariant.ERROR);
  }
}
