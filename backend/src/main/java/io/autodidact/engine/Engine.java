package io.autodidact.engine;

/** What holds weights and gradients; a client of one Tinker-compatible service. */
public interface Engine {
  /** The untrained base model, to sample from. */
  Sampler base() throws InterruptedException;

  /** The adapter kept at that path, to sample from. */
  Sampler sampler(String samplerPath) throws InterruptedException;

  /** The adapter kept at that path, to ask how likely it finds a text. */
  Scorer scorer(String samplerPath) throws InterruptedException;

  /** A new LoRA model on the base model. */
  TrainableModel createModel(int rank, long seed) throws InterruptedException;

  /** The adapter kept at that path, as a tar of its PEFT directory. */
  byte[] downloadAdapter(String samplerPath) throws InterruptedException;

  /** Gives the engine an adapter from such a tar; answers the path to sample from. */
  String uploadAdapter(String name, byte[] tar) throws InterruptedException;
}
