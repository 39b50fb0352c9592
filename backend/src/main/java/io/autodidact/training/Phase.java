package io.autodidact.training;

/** The part of a learning run an optimiser step belongs to. */
public enum Phase {
  WARM_START,
  ITERATION
}
