package io.autodidact.exploration;

import java.util.HashMap;
import java.util.Map;

/** How often a value from a source did or did not serve at a slot; a Beta mean with a prior. */
final class Evidence {
  private static final double PRIOR_WEIGHT = 1.5;

  private record Key(String operation, String pointer, Source source) {}

  private record Count(double served, double failed) {}

  private final Map<Key, Count> counts = new HashMap<>();

  void served(String operation, String pointer, Source source) {
    counts.merge(new Key(operation, pointer, source), new Count(1, 0), Evidence::sum);
  }

  /**
   * @param blame in 0..1, how likely this value was the reason
   */
  void failed(String operation, String pointer, Source source, double blame) {
    counts.merge(new Key(operation, pointer, source), new Count(0, blame), Evidence::sum);
  }

  double confidence(String operation, String pointer, Source source, double prior) {
    var count = counts.getOrDefault(new Key(operation, pointer, source), new Count(0, 0));
    return (prior * PRIOR_WEIGHT + count.served())
        / (PRIOR_WEIGHT + count.served() + count.failed());
  }

  private static Count sum(Count one, Count other) {
    return new Count(one.served() + other.served(), one.failed() + other.failed());
  }
}
