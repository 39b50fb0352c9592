package io.autodidact.learning;

import io.autodidact.environment.EnvironmentId;
import io.autodidact.goal.GoalData;
import io.autodidact.tenant.RunScope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One pass of the loop.
 *
 * @param goals as they were when it was started
 * @param reason why it ended as it did, in plain words
 * @param progress what it was doing when last heard of
 */
public record LearningRun(
    RunScope scope,
    EnvironmentId environment,
    int catalogueVersion,
    String agent,
    List<GoalData> goals,
    RunSettings settings,
    Budget budget,
    long seed,
    RunState state,
    Stage stage,
    Optional<String> reason,
    JsonNode progress,
    Instant createdAt,
    Optional<Instant> finishedAt) {
  public LearningRun {
    goals = List.copyOf(goals);
  }
}
