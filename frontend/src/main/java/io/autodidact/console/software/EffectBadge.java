package io.autodidact.console.software;

import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.badge.BadgeVariant;
import io.autodidact.connector.Effect;

/** What an operation does to the software, as a word in its colour. */
final class EffectBadge extends Badge {
  private static final long serialVersionUID = 1L;

  EffectBadge(Effect effect) {
    setText(getTranslation("effect." + effect));
    switch (effect) {
      case READ -> addThemeVariants(BadgeVariant.SUCCESS);
      case WRITE -> addThemeVariants(BadgeVariant.WARNING);
      case DESTRUCTIVE -> addThemeVariants(BadgeVariant.ERROR);
    }
  }
}
