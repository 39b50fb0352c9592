package io.autodidact.experience;

import java.util.List;

/** One way to draw lessons from attempts; deterministic, asks no model. */
interface Lessons {
  /** The lessons of attempts at TRAIN tasks of one iteration. */
  List<Draft> from(List<Attempted> attempts);
}
