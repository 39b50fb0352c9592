package io.autodidact.connector;

/** What a call does to the software's state. */
public enum Effect {
  READ,
  WRITE,
  DESTRUCTIVE
}
