package io.autodidact.training;

import io.autodidact.engine.Datum;
import io.autodidact.engine.Scorer;
import io.autodidact.job.Together;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Keeps the policy π near the one that the iterations began with, π₀: a token that π has come to
 * find likelier than π₀ does loses advantage, one that it has come to shun gains. For the agent's
 * own tokens x_t of all attempts:
 *
 * <pre>
 *   d_t = log π(x_t) − log π₀(x_t),   A_t ← A_t − β (d_t − d̄),   d̄ = mean of all d_t
 * </pre>
 *
 * <p>The penalty on the reward of InstructGPT (Ouyang et al. 2022, arXiv 2203.02155, equation 2),
 * token by token and less its mean, so that no attempt gains or loses by its length, as {@code
 * incorporate_kl_penalty} of the tinker-cookbook does it.
 *
 * @param coefficient β, above 0
 */
record StayNear(Scorer initial, double coefficient) {
  /**
   * Attempts with the penalty in their advantages.
   *
   * @param divergence KL(π‖π₀) in nats a token, by the estimator k3 = r − 1 − log r with r = π₀/π
   *     (Schulman 2020, "Approximating KL divergence")
   */
  record Kept(List<TrainingExample> examples, double divergence) {
    Kept {
      examples = List.copyOf(examples);
    }
  }

  /**
   * @param examples with log-probabilities of the weights that are about to be trained
   */
  Kept apply(List<TrainingExample> examples) throws InterruptedException {
    var asked = new ArrayList<Callable<float[]>>();
    examples.forEach(example -> asked.add(() -> initial.logprobs(sequence(example.datum()))));
    var references = Together.all(asked);
    double apart = 0;
    double divergence = 0;
    int tokens = 0;
    for (int i = 0; i < examples.size(); i++) {
      for (double d : drift(examples.get(i).datum(), references.get(i))) {
        apart += d;
        divergence += Math.expm1(-d) + d;
      }
      tokens += examples.get(i).agentTokens();
    }
    double mean = apart / Math.max(1, tokens);
    List<TrainingExample> kept = new ArrayList<>();
    for (int i = 0; i < examples.size(); i++) {
      kept.add(penalised(examples.get(i), references.get(i), mean));
    }
    return new Kept(kept, divergence / Math.max(1, tokens));
  }

  /** d_t of every token, [n]; 0 for those that are not the agent's. */
  private static double[] drift(Datum datum, float[] reference) {
    double[] drift = new double[reference.length];
    for (int i = 0; i < drift.length; i++) {
      drift[i] = datum.weights()[i] == 0 ? 0 : datum.logprobs()[i] - reference[i];
    }
    return drift;
  }

  private TrainingExample penalised(TrainingExample example, float[] reference, double mean) {
    var datum = example.datum();
    double[] drift = drift(datum, reference);
    float[] advantages = datum.advantages().clone();
    for (int i = 0; i < advantages.length; i++) {
      advantages[i] -= datum.weights()[i] == 0 ? 0 : (float) (coefficient * (drift[i] - mean));
    }
    return Examples.withAdvantages(example, advantages);
  }

  /** x_0 … x_n: the inputs and the last target. */
  private static int[] sequence(Datum datum) {
    int[] sequence = new int[datum.input().length + 1];
    sequence[0] = datum.input()[0];
    System.arraycopy(datum.targets(), 0, sequence, 1, datum.targets().length);
    return sequence;
  }
}
