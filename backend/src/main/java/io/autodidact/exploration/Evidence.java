package io.autodidact.exploration;

import java.util.HashMap;
import java.util.Map;

/** How often a value from a source did or did not serve at a slot; a Beta mean with a prior. */
final class Evidence {
  private static final double PRIOR_WEIGHT = 1.5;
  private static final Count NONE = new Count(0, 0);

  private record Key(String operation, String pointer, Source source) {}

  private record Count(double served, double failed) {}

  /** The same parameter of any operation: what serves one often serves the others. */
  private static final String ANY = "*";

  private static final double FAMILY_WEIGHT = 0.5;

  private final Map<Key, Count> counts = new HashMap<>();

  void served(String operation, String pointer, Source source) {
    add(operation, pointer, source, new Count(1, 0));
  }

  /**
   * @param blame in 0..1, how likely this value was the reason
   */
  void failed(String operation, String pointer, Source source, double blame) {
    add(operation, pointer, source, new Count(0, blame));
  }

  double confidence(String operation, String pointer, Source source, double prior) {
    var count = counts.getOrDefault(new Key(operation, pointer, source), NONE);
    var family = counts.getOrDefault(new Key(ANY, Pointers.name(pointer), source), NONE);
    var served = count.served() + FAMILY_WEIGHT * (family.served() - count.served());
    var failed = count.failed() + FAMILY_WEIGHT * (family.failed() - count.failed());
    return (prior * PRIOR_WEIGHT + served) / (PRIOR_WEIGHT + served + failed);
  }

  private void add(String operation, String pointer, Source source, Count count) {
    counts.merge(new Key(operation, pointer, source), count, Evidence::sum);
    counts.merge(new Key(ANY, Pointers.name(pointer), source), count, Evidence::sum);
  }

  private static Count sum(Count one, Count other) {
    return new Count(one.served() + other.served(), one.failed() + other.failed());
  }
}
