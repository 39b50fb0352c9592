package io.autodidact.context;

import java.util.List;

/** Turns texts into vectors whose cosine says how near their meanings are. Thread-safe. */
public interface Embedder {
  /** One vector of length one for each text; all have the same number of dimensions. */
  List<float[]> embed(List<String> texts);
}
