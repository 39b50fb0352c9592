package io.autodidact.job;

import io.autodidact.tenant.RunScope;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jooq.DSLContext;

/**
 * What a stage of a learning run is given: whose work it is, how far it may go, whom it tells. A
 * stage does a little, commits it, asks whether it may go on; picked up again, it continues behind
 * what was committed.
 */
public interface Work {
  RunScope scope();

  /**
   * Reads and writes in one transaction of the tenant, provided this worker still owns the run.
   *
   * @throws LostOwnership if another worker has picked the run up meanwhile; nothing is written
   */
  <T> T commit(Function<DSLContext, T> transaction);

  /**
   * Whether the stage's share of the budget is not used up. False asks for a clean stop: keep what
   * there is and return.
   *
   * @throws InterruptedException if the run was cancelled or the worker shuts down
   */
  boolean mayContinue() throws InterruptedException;

  /**
   * As {@link #commit}; what the transaction says it cost is written down with it, or not at all.
   */
  default <T> T book(BiFunction<DSLContext, Spending, T> transaction) {
    Map<Resource, Long> spent = new EnumMap<>(Resource.class);
    Spending spending = (resource, amount) -> spent.merge(resource, amount, Long::sum);
    T result = commit(dsl -> transaction.apply(dsl, spending));
    spent.forEach(this::spend);
    return result;
  }

  /** Counts what was spent against the budget; written down with the next commit. */
  void spend(Resource resource, long amount);

  /** Says how far the stage is; shown to people, not stored for long. */
  void progress(String doing, int done, int total);

  /** Tells something worth keeping; {@code data} becomes JSON in the run's events. */
  void tell(String kind, Object data);

  /** Takes note of costs; a negative amount takes back what turned out not to count. */
  interface Spending {
    void spend(Resource resource, long amount);
  }

  /** What a budget counts. */
  enum Resource {
    CALLS,
    SAMPLED_TOKENS,
    TRAINED_TOKENS,
    ENGINE_MILLISECONDS
  }
}
