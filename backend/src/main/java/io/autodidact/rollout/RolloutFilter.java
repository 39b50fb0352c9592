package io.autodidact.rollout;

import static io.autodidact.schema.Tables.ROLLOUT;
import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.noCondition;

import io.autodidact.rollout.Rollout.Purpose;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;

/** Which attempts are wanted; what is not said does not matter. */
public record RolloutFilter(
    Optional<UUID> task,
    Optional<Purpose> purpose,
    Optional<String> policy,
    Optional<Integer> iteration) {
  /** All of them. */
  public static final RolloutFilter ALL =
      new RolloutFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  Condition condition() {
    return and(
        task.map(ROLLOUT.TASK_ID::eq).orElse(noCondition()),
        purpose.map(wanted -> ROLLOUT.PURPOSE.eq(wanted.name())).orElse(noCondition()),
        policy.map(ROLLOUT.POLICY::eq).orElse(noCondition()),
        iteration.map(ROLLOUT.ITERATION::eq).orElse(noCondition()));
  }
}
