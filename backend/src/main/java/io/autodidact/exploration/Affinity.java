package io.autodidact.exploration;

/** How near an operation is to what people want done. */
public interface Affinity {
  /**
   * @param text the operation's name, summary and description
   * @return in 0..1
   */
  double of(String text);
}
