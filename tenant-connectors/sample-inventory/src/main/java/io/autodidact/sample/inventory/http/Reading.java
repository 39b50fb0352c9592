package io.autodidact.sample.inventory.http;

/** What came of reading one value: the value, or what it should have been. */
sealed interface Reading<T> {

  /** The value has the wanted shape. */
  record Fits<T>(T value) implements Reading<T> {}

  /**
   * @param expectation the end of a sentence: "must be a whole number"
   */
  record Misfit<T>(String expectation) implements Reading<T> {}
}
