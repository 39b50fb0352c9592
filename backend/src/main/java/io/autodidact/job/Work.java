package io.autodidact.job;

import io.autodidact.tenant.RunScope;
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

  /** Counts what was spent against the budget. */
  void spend(Resource resource, long amount);

  /** Says how far the stage is; shown to people, not stored for long. */
  void progress(String doing, int done, int total);

  /** Tells something worth keeping; {@code data} becomes JSON in the run's events. */
  void tell(String kind, Object data);

  /** What a budget counts. */
  enum Resource {
    CALLS,
    SAMPLED_TOKENS,
    TRAINED_TOKENS,
    ENGINE_MILLISECONDS
  }
}
