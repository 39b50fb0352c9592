package io.autodidact.rollout;

import io.autodidact.rollout.Rollout.Ending;
import io.autodidact.rollout.Rollout.Purpose;
import io.autodidact.schema.tables.records.RolloutRecord;
import java.util.UUID;

/**
 * An attempt in a list.
 *
 * @param policy as in {@link Rollout.Origin}
 */
public record RolloutSummary(
    UUID id,
    UUID task,
    Purpose purpose,
    String policy,
    int policyVersion,
    int iteration,
    int sample,
    boolean withExperience,
    Ending ending,
    double reward,
    int milliseconds) {
  static RolloutSummary of(RolloutRecord row) {
    return new RolloutSummary(
        row.getId(),
        row.getTaskId(),
        Purpose.valueOf(row.getPurpose()),
        row.getPolicy(),
        row.getPolicyVersion(),
        row.getIteration(),
        row.getSample(),
        row.getWithExperience(),
        Ending.valueOf(row.getEnding()),
        row.getReward(),
        row.getMilliseconds());
  }
}
