package io.autodidact.training;

import io.autodidact.attribution.CreditedRollout;
import io.autodidact.engine.TrainableModel.Loss;
import io.autodidact.rollout.Rollout;
import io.autodidact.rollout.TrainingView;
import io.autodidact.task.TaskId;
import io.autodidact.training.IterationSettings.Update;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Credited attempts as an optimiser step.
 *
 * <p>The engine sums the loss over tokens. It is normalised here, through the advantages: each is
 * divided by the number of agent tokens in the step, so that every token counts the same, a step of
 * few attempts weighs as much as one of many, and the parts of a step (attempts with and without
 * lessons, reference plans) are in one unit. Not by attempt: then the tokens of short attempts
 * would count more, and a long failure would be blamed less than a short one (Liu et al. 2025, "Dr.
 * GRPO"). Weights stay the 0/1 mask of the agent's tokens, as engines that average expect.
 */
final class IterationBatch {
  /** An attempt's example, not yet normalised, and whether lessons were taken out of its prompt. */
  private record Part(TaskId task, TrainingExample example, boolean stripped) {}

  private final List<Part> parts;
  private final List<TrainingExample> shown;
  private final double divergence;

  private IterationBatch(List<Part> parts, List<TrainingExample> shown, double divergence) {
    this.parts = List.copyOf(parts);
    this.shown = List.copyOf(shown);
    this.divergence = divergence;
  }

  /**
   * Takes in attempts while the weights are still those that made them: where lessons were taken
   * out of the prompts, old log-probabilities are computed again.
   *
   * @param shown reference plans to imitate
   */
  static IterationBatch of(
      List<CreditedRollout> credited,
      List<TrainingExample> shown,
      TrainingSession session,
      Update update)
      throws InterruptedException {
    Map<TaskId, Double> success =
        credited.stream()
            .map(CreditedRollout::rollout)
            .collect(
                Collectors.groupingBy(Rollout::task, Collectors.averagingDouble(Rollout::reward)));
    List<Part> parts = new ArrayList<>();
    for (var one : credited) {
      var rollout = one.rollout();
      boolean rare = rollout.reward() == 1 && success.getOrDefault(rollout.task(), 1.0) < 1;
      double[] advantages = one.advantages().orElseThrow().clone();
      for (int i = 0; i < advantages.length; i++) {
        advantages[i] += rare ? update.success() : 0;
      }
      var view = TrainingView.of(rollout);
      for (var sequence : view.sequences()) {
        var example = Examples.credited(rollout, sequence, advantages);
        parts.add(new Part(rollout.task(), example, view.recompute()));
      }
    }
    return new IterationBatch(recomputed(parts, session), shown, Double.NaN);
  }

  /** The same attempts, made to keep the policy near another. */
  IterationBatch near(StayNear policy) throws InterruptedException {
    var kept = policy.apply(parts.stream().map(Part::example).toList());
    var near =
        IntStream.range(0, parts.size())
            .mapToObj(
                i -> new Part(parts.get(i).task(), kept.examples().get(i), parts.get(i).stripped()))
            .toList();
    return new IterationBatch(near, shown, kept.divergence());
  }

  /** How far the policy is from the one it is kept near; NaN where it is kept near none. */
  double divergence() {
    return divergence;
  }

  private static List<Part> recomputed(List<Part> parts, TrainingSession session)
      throws InterruptedException {
    var stripped = parts.stream().filter(Part::stripped).toList();
    if (stripped.isEmpty()) {
      return parts;
    }
    var logprobs = session.logprobs(stripped.stream().map(p -> p.example().datum()).toList());
    List<Part> all = new ArrayList<>(parts.stream().filter(part -> !part.stripped()).toList());
    for (int i = 0; i < stripped.size(); i++) {
      var part = stripped.get(i);
      all.add(new Part(part.task(), Examples.with(part.example(), logprobs.get(i)), true));
    }
    return all;
  }

  /** Deals the groups out to optimiser steps; attempts at one task stay together. */
  List<OptimiserStep> steps(int iteration, Update update) {
    var tasks =
        Stream.concat(parts.stream().map(Part::task), shown.stream().map(TrainingExample::task))
            .distinct()
            .toList();
    List<OptimiserStep> steps = new ArrayList<>();
    for (int i = 0; i < update.steps(); i++) {
      int mine = i;
      Predicate<TaskId> dealt = task -> tasks.indexOf(task) % update.steps() == mine;
      step(dealt, iteration, update).ifPresent(steps::add);
    }
    return steps;
  }

  private Optional<OptimiserStep> step(Predicate<TaskId> dealt, int iteration, Update update) {
    var mine = parts.stream().filter(part -> dealt.test(part.task())).toList();
    var plans = shown.stream().filter(example -> dealt.test(example.task())).toList();
    int tokens =
        mine.stream().mapToInt(part -> part.example().agentTokens()).sum()
            + plans.stream().mapToInt(TrainingExample::agentTokens).sum();
    float unit = 1f / Math.max(1, tokens);
    var clip = update.clip();
    List<OptimiserStep.Pass> passes = new ArrayList<>();
    add(passes, new Loss.Clipped(clip.low(), clip.high()), scaled(mine, false, unit));
    add(passes, new Loss.Clipped(clip.low(), clip.highWithExperience()), scaled(mine, true, unit));
    float weight = (float) update.imitation() * unit;
    add(
        passes,
        new Loss.CrossEntropy(),
        plans.stream().map(plan -> Examples.weighted(plan, weight)).toList());
    return passes.isEmpty()
        ? Optional.empty()
        : Optional.of(new OptimiserStep(Phase.ITERATION, iteration, update.learningRate(), passes));
  }

  private static List<TrainingExample> scaled(List<Part> parts, boolean stripped, float unit) {
    return parts.stream()
        .filter(part -> part.stripped() == stripped)
        .map(part -> Examples.scaled(part.example(), unit))
        .toList();
  }

  private static void add(
      List<OptimiserStep.Pass> passes, Loss loss, List<TrainingExample> examples) {
    if (!examples.isEmpty()) {
      passes.add(new OptimiserStep.Pass(loss, examples));
    }
  }

  /** Sequences to train on, reference plans included. */
  int size() {
    return parts.size() + shown.size();
  }
}
