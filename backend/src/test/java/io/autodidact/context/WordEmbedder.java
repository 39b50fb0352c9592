package io.autodidact.context;

import java.util.List;

/** Near is what shares words: a bag of hashed words, of length one. */
public final class WordEmbedder implements Embedder {
  private static final int DIMENSIONS = 64;

  @Override
  public List<float[]> embed(List<String> texts) {
    return texts.stream().map(WordEmbedder::embed).toList();
  }

  private static float[] embed(String text) {
    var vector = new float[DIMENSIONS];
    vector[0] = 1e-3f;
    Words.of(text).forEach(word -> vector[Math.floorMod(word.hashCode(), DIMENSIONS)]++);
    double length = 0;
    for (float one : vector) {
      length += one * one;
    }
    for (int i = 0; i < DIMENSIONS; i++) {
      vector[i] /= (float) Math.sqrt(length);
    }
    return vector;
  }
}
