package io.autodidact.rollout;

import io.autodidact.context.TokenAccount;
import io.autodidact.task.Judgement;
import io.autodidact.task.Split;
import io.autodidact.task.TaskId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * One attempt at a task by one policy version.
 *
 * @param steps at least one, unless the attempt ended before the first answer
 * @param experiences the lessons that stood in its prompt; empty for an attempt without
 * @param account who used the context budget, over the whole attempt in order
 */
public record Rollout(
    RolloutId id,
    TaskId task,
    Split split,
    Origin origin,
    List<Step> steps,
    Ending ending,
    Judgement judgement,
    List<UUID> experiences,
    TokenAccount account) {
  public Rollout {
    steps = List.copyOf(steps);
    experiences = List.copyOf(experiences);
  }

  /** What an attempt is for. */
  public enum Purpose {
    PRACTICE,
    VALIDATION,
    EXAM
  }

  /** How an attempt ended. */
  public enum Ending {
    FINISHED,
    STEP_LIMIT,
    TOKEN_LIMIT,
    TIME_LIMIT,
    /** Four turns in a row were no call. */
    NO_CALL,
    SOFTWARE_DOWN
  }

  /**
   * Which attempt this is; two attempts of one origin at one task are the same attempt.
   *
   * @param policy {@code base}, {@code base+examples}, {@code warm-start} or {@code trained}
   * @param policyVersion optimiser steps the weights have seen
   * @param sample its number in the group
   * @param givenSteps so many first steps were taken from the reference plan, not by the policy;
   *     they earn no credit and are not trained on
   */
  public record Origin(
      Purpose purpose,
      String policy,
      int policyVersion,
      int iteration,
      int sample,
      boolean withExperience,
      int givenSteps,
      long seed) {}

  /** What the agent answered; empty where it did not. */
  public Optional<JsonNode> answer() {
    var last = steps.isEmpty() ? Optional.<Action>empty() : Optional.of(steps.getLast().action());
    return last.filter(Action.Finish.class::isInstance)
        .map(action -> ((Action.Finish) action).answer())
        .filter(answer -> !answer.isNull());
  }

  /** How many calls reached the software. */
  public long calls() {
    return steps.stream().filter(step -> step.observation().outcome().isPresent()).count();
  }

  /** How many tokens the policy sampled; steps it was given cost none. */
  public long sampledTokens() {
    return steps.stream()
        .skip(origin.givenSteps())
        .mapToLong(step -> step.completionTokens().length)
        .sum();
  }

  public double reward() {
    return judgement.reward();
  }
}
