package io.autodidact.api;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Compares the role an {@link OnRole} asks for with those this process was given. */
final class OnRoleCondition implements Condition {
  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    var wanted =
        Objects.requireNonNull(metadata.getAnnotationAttributes(OnRole.class.getName()))
            .get("value");
    Set<?> given = context.getEnvironment().getProperty("autodidact.roles", Set.class, Set.of());
    return given.contains(String.valueOf(wanted).toLowerCase(Locale.ROOT));
  }
}
