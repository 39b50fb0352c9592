package io.autodidact.training;

import io.autodidact.engine.TrainableModel.Loss;
import java.util.List;

/**
 * One step of the optimiser: passes whose gradients add up, then one update.
 *
 * @param iteration 0 in the warm start
 */
public record OptimiserStep(Phase phase, int iteration, double learningRate, List<Pass> passes) {
  public OptimiserStep {
    passes = List.copyOf(passes);
  }

  /** Sequences under one loss. */
  public record Pass(Loss loss, List<TrainingExample> examples) {
    public Pass {
      examples = List.copyOf(examples);
    }
  }

  List<TrainingExample> examples() {
    return passes.stream().flatMap(pass -> pass.examples().stream()).toList();
  }

  int tokens() {
    return examples().stream().mapToInt(TrainingExample::tokens).sum();
  }
}
