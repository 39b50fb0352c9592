package io.autodidact.sample.inventory.kernel;

import java.util.BitSet;
import java.util.random.RandomGenerator;

/**
 * Draws numbers for new records. They come in no order and differ from one workspace to the next,
 * so that nobody can learn them by heart; all kinds of records share one sequence, so that an id of
 * the wrong kind is never found.
 */
public final class Ids {

  private static final int FIRST = 1_000;
  private static final int SHORT_END = 10_000;
  private static final int END = 100_000;
  private static final int SHORT_COUNT = (SHORT_END - FIRST) / 2;

  private final RandomGenerator random;
  private final int limit;
  private final BitSet drawn = new BitSet();
  private int count;

  /**
   * @param limit how many records one workspace may create, at most 45,500
   */
  public Ids(RandomGenerator random, int limit) {
    if (limit < 1 || limit > END / 2 - SHORT_COUNT) {
      throw new IllegalArgumentException(
          "A workspace holds from 1 to 45,500 records, not " + limit + ".");
    }
    this.random = random;
    this.limit = limit;
  }

  /** A number never given before; four digits until half of those are used, then up to five. */
  public <T> Id<T> next() {
    if (count == limit) {
      throw Refusal.rule(
          "X-Workspace",
          "X-Workspace names a workspace that is full: it has made "
              + limit
              + " records. Create a new workspace.");
    }
    int end = count < SHORT_COUNT ? SHORT_END : END;
    int value = random.nextInt(FIRST, end);
    while (drawn.get(value)) {
      value = random.nextInt(FIRST, end);
    }
    drawn.set(value);
    count++;
    return new Id<>(value);
  }
}
