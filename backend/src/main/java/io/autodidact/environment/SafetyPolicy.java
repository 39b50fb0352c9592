package io.autodidact.environment;

import io.autodidact.connector.Effect;
import io.autodidact.connector.Operation;
import java.util.Set;

/**
 * What must never be called, whoever asks.
 *
 * @param forbidden names of operations
 * @param allowDestructive whether destructive operations may be called in episodes of their own; on
 *     the live software they always need a person's approval
 */
public record SafetyPolicy(Set<String> forbidden, boolean allowDestructive) {
  public SafetyPolicy {
    forbidden = Set.copyOf(forbidden);
  }

  /** Whether the operation may be called inside an episode. */
  public boolean allows(Operation operation) {
    return !forbidden.contains(operation.name())
        && (allowDestructive || operation.effect() != Effect.DESTRUCTIVE);
  }
}
