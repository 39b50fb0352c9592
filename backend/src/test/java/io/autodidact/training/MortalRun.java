package io.autodidact.training;

import io.autodidact.job.TestRun;
import io.autodidact.job.Work;
import io.autodidact.tenant.RunScope;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jooq.DSLContext;

/**
 * Work whose process dies in the middle: after so many commits, before or behind the last of them.
 */
final class MortalRun implements Work {
  /** The process is gone. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private final TestRun run;
  private final AtomicInteger commitsLeft;
  private final boolean beforeCommit;

  MortalRun(TestRun run, int commits, boolean beforeCommit) {
    this.run = run;
    this.commitsLeft = new AtomicInteger(commits);
    this.beforeCommit = beforeCommit;
  }

  @Override
  public RunScope scope() {
    return run.scope();
  }

  @Override
  public <T> T commit(Function<DSLContext, T> transaction) {
    boolean last = commitsLeft.decrementAndGet() < 0;
    if (last && beforeCommit) {
      throw new Killed();
    }
    T result = run.commit(transaction);
    if (last) {
      throw new Killed();
    }
    return result;
  }

  @Override
  public boolean mayContinue() throws InterruptedException {
    return run.mayContinue();
  }

  @Override
  public void spend(Resource resource, long amount) {
    run.spend(resource, amount);
  }

  @Override
  public void progress(String doing, int done, int total) {}

  @Override
  public void tell(String kind, Object data) {}
}
