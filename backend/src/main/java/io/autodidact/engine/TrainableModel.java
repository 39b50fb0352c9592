package io.autodidact.engine;

import java.util.List;
import java.util.Map;

/** A LoRA model on an engine: gradients add up until an optimiser step. Not thread-safe. */
public interface TrainableModel {
  /** Which loss, with thresholds as ratios. */
  sealed interface Loss {
    /** Imitation; only {@link Datum#weights()} count. */
    record CrossEntropy() implements Loss {}

    /** Clipped policy loss (PPO); the ratio stays within [clipLow, clipHigh] where that helps. */
    record Clipped(double clipLow, double clipHigh) implements Loss {}
  }

  /** Adds the gradient of the summed loss; answers the engine's metrics. */
  Map<String, Double> forwardBackward(List<Datum> data, Loss loss) throws InterruptedException;

  /** Log-probabilities of every target under the current weights, one array [n] a datum. */
  List<float[]> logprobs(List<Datum> data) throws InterruptedException;

  /** Applies the gathered gradients once. */
  void optimStep(double learningRate) throws InterruptedException;

  /** Keeps weights and optimiser state under a name; answers the path to load them from. */
  String saveWeights(String name) throws InterruptedException;

  /** Keeps the adapter for sampling under a name; answers its path. */
  String saveForSampler(String name) throws InterruptedException;

  /** Takes weights and optimiser state back to what was saved at that path. */
  void loadWeights(String path) throws InterruptedException;

  /** Frees what the engine holds for this model; checkpoints stay. */
  void unload() throws InterruptedException;
}
