package io.autodidact.training;

import io.autodidact.engine.Datum;
import io.autodidact.rollout.Rollout;
import io.autodidact.rollout.TrainingView.Sequence;
import io.autodidact.task.TaskId;
import java.util.Arrays;
import java.util.Optional;

/**
 * Sequences as the engine trains on them: inputs x_0 … x_{n−2} predict targets x_1 … x_{n−1}; only
 * the agent's own tokens count.
 */
final class Examples {
  private Examples() {}

  /** To be imitated, token by token. */
  static TrainingExample imitation(TaskId task, Sequence sequence) {
    return example(task, Optional.empty(), sequence, new double[0]);
  }

  /**
   * To be made likelier or less likely.
   *
   * @param advantages by step, already normalised
   */
  static TrainingExample credited(Rollout rollout, Sequence sequence, double[] advantages) {
    return example(rollout.task(), Optional.of(rollout), sequence, advantages);
  }

  private static TrainingExample example(
      TaskId task, Optional<Rollout> rollout, Sequence sequence, double[] advantages) {
    int n = sequence.tokens().length - 1;
    float[] weights = new float[n];
    float[] logprobs = new float[n];
    float[] tokenAdvantages = new float[n];
    for (int i = 0; i < n; i++) {
      int step = sequence.step()[i + 1];
      if (step >= 0) {
        weights[i] = 1;
        logprobs[i] = sequence.logprobs()[i + 1];
        tokenAdvantages[i] = rollout.isPresent() ? (float) advantages[step] : 0;
      }
    }
    var datum =
        new Datum(
            Arrays.copyOf(sequence.tokens(), n),
            Arrays.copyOfRange(sequence.tokens(), 1, n + 1),
            weights,
            logprobs,
            tokenAdvantages);
    return new TrainingExample(task, rollout.map(Rollout::id), datum, sequence.own());
  }

  /** The same with other old log-probabilities; only the agent's tokens keep theirs. */
  static TrainingExample with(TrainingExample example, float[] logprobs) {
    var old = example.datum();
    float[] own = new float[logprobs.length];
    for (int i = 0; i < own.length; i++) {
      own[i] = old.weights()[i] == 0 ? 0 : logprobs[i];
    }
    return of(example, new Datum(old.input(), old.targets(), old.weights(), own, old.advantages()));
  }

  /** The same with all advantages times a factor. */
  static TrainingExample scaled(TrainingExample example, float factor) {
    return withAdvantages(example, times(example.datum().advantages(), factor));
  }

  /** The same with other advantages. */
  static TrainingExample withAdvantages(TrainingExample example, float[] advantages) {
    var old = example.datum();
    return of(
        example, new Datum(old.input(), old.targets(), old.weights(), old.logprobs(), advantages));
  }

  /** The same with all weights times a factor. */
  static TrainingExample weighted(TrainingExample example, float factor) {
    var old = example.datum();
    return of(
        example,
        new Datum(
            old.input(),
            old.targets(),
            times(old.weights(), factor),
            old.logprobs(),
            old.advantages()));
  }

  private static TrainingExample of(TrainingExample example, Datum datum) {
    return new TrainingExample(example.task(), example.rollout(), datum, example.agentTokens());
  }

  private static float[] times(float[] values, float factor) {
    float[] product = new float[values.length];
    for (int i = 0; i < product.length; i++) {
      product[i] = values[i] * factor;
    }
    return product;
  }
}
