package io.autodidact.training;

import io.autodidact.attribution.AdvantageSettings;
import io.autodidact.rollout.PracticeSettings;
import java.time.Duration;

/**
 * How practice is turned into optimiser steps.
 *
 * @param share of the run's time for all iterations
 * @param groups tasks an iteration, each attempted {@link PracticeSettings#samples()} times
 * @param mostIterations where the share is not the limit
 * @param validateEvery so many iterations success is measured on the validation tasks
 */
public record IterationSettings(
    Duration share,
    int groups,
    int mostIterations,
    int validateEvery,
    PracticeSettings practice,
    AdvantageSettings advantages,
    Update update) {
  public IterationSettings {
    if (!share.isPositive() || groups < 1 || mostIterations < 1 || validateEvery < 1) {
      throw new IllegalArgumentException("Iterations take time and groups of attempts");
    }
  }

  /** Six groups of eight, advantages in the length-safe form. */
  public static IterationSettings of(Duration share) {
    return new IterationSettings(
        share,
        6,
        1000,
        3,
        PracticeSettings.GROUPS_OF_EIGHT,
        AdvantageSettings.DEFAULT,
        Update.DEFAULT);
  }

  /**
   * The same, held to the policy that the iterations begin with, or learning from failures too.
   *
   * @param klCoefficient as in {@link Update}
   * @param hindsight as in {@link Update}
   */
  public IterationSettings with(double klCoefficient, boolean hindsight) {
    var other =
        new Update(
            update.learningRate(),
            update.clip(),
            update.steps(),
            update.success(),
            update.imitation(),
            update.replays(),
            klCoefficient,
            hindsight);
    return new IterationSettings(
        share, groups, mostIterations, validateEvery, practice, advantages, other);
  }

  /**
   * How the credited attempts of an iteration move the weights.
   *
   * @param learningRate of the first iteration; see {@link #cooled}
   * @param steps optimiser steps an iteration: its groups are dealt out to so many
   * @param success added to the advantage of successful attempts at tasks that were not always
   *     solved
   * @param imitation weight of a reference plan's tokens beside an attempt's; 0 imitates none
   * @param replays reference plans of fresh tasks of every kind that are imitated beside the
   *     attempts, so that practising some work does not make a small model forget the rest
   *     (demonstration-augmented policy gradient, Rajeswaran et al. 2018). Tasks that no attempt
   *     solved have theirs imitated as well.
   * @param klCoefficient β of {@link StayNear}; 0 lets the policy go where it will, and saves the
   *     time to measure how far that is
   * @param hindsight whether what failed attempts really did is imitated, see {@link
   *     HindsightTasks}
   */
  public record Update(
      double learningRate,
      Clip clip,
      int steps,
      double success,
      double imitation,
      int replays,
      double klCoefficient,
      boolean hindsight) {
    /** Clipped as AgentEvolver does, two steps an iteration. */
    public static final Update DEFAULT = new Update(3e-4, Clip.DEFAULT, 2, 0.2, 1, 16, 0, false);

    public Update {
      if (!(learningRate > 0) || steps < 1 || success < 0 || imitation < 0 || replays < 0) {
        throw new IllegalArgumentException("An update has a learning rate and at least one step");
      }
      if (!(klCoefficient >= 0 && klCoefficient <= 10)) {
        throw new IllegalArgumentException(
            "A KL coefficient lies between 0 and 10, not " + klCoefficient);
      }
    }

    /**
     * With the learning rate as it is when a part of the time is used: falling linearly to a tenth,
     * because late iterations of a small batch each undo what earlier ones learned.
     *
     * @param progress in [0, 1]
     */
    Update cooled(double progress) {
      double rate = learningRate * (1 - 0.9 * Math.clamp(progress, 0, 1));
      return new Update(rate, clip, steps, success, imitation, replays, klCoefficient, hindsight);
    }
  }

  /**
   * Ratios within which the policy loss moves a token.
   *
   * @param highWithExperience for attempts whose prompt held lessons that training takes out
   *     (selective boosting)
   */
  public record Clip(double low, double high, double highWithExperience) {
    /** ε_l = 0.2, ε_h = 0.28, ε̂_h = 0.6 (AgentEvolver, arXiv 2511.10395). */
    public static final Clip DEFAULT = new Clip(0.8, 1.28, 1.6);
  }
}
