package io.autodidact.training;

/**
 * The LoRA adapter a run trains.
 *
 * @param seed of its first weights
 */
public record AdapterShape(int rank, long seed) {
  public AdapterShape {
    if (rank < 1 || rank > 256) {
      throw new IllegalArgumentException("A LoRA rank lies between 1 and 256, not " + rank);
    }
  }
}
