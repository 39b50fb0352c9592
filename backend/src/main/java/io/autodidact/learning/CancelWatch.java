package io.autodidact.learning;

import io.autodidact.tenant.RunScope;
import io.autodidact.tenant.TenantTransaction;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Interrupts whoever works on a run once somebody asks for its end. */
@Component
class CancelWatch {
  private static final Logger LOG = LoggerFactory.getLogger(CancelWatch.class);
  private static final Duration EVERY = Duration.ofSeconds(1);

  private final TenantTransaction tenantTransaction;
  private final LearningRunRepository runs;

  CancelWatch(TenantTransaction tenantTransaction, LearningRunRepository runs) {
    this.tenantTransaction = tenantTransaction;
    this.runs = runs;
  }

  /** Ends with the work it watches. */
  interface Watch extends AutoCloseable {
    @Override
    void close();
  }

  /** Watches the run on behalf of the calling thread. */
  Watch over(RunScope scope) {
    var worker = Thread.currentThread();
    var watcher = Thread.ofVirtual().start(() -> watch(scope, worker));
    return watcher::interrupt;
  }

  private void watch(RunScope scope, Thread worker) {
    try {
      while (true) {
        if (askedToStop(scope)) {
          worker.interrupt();
          return;
        }
        Thread.sleep(EVERY);
      }
    } catch (InterruptedException e) {
      LOG.trace("The work on run {} is over", scope.learningRun());
    }
  }

  private boolean askedToStop(RunScope scope) {
    try {
      return tenantTransaction.in(scope.tenant(), dsl -> runs.state(dsl, scope))
          == RunState.STOPPING;
    } catch (RuntimeException e) {
      LOG.warn(
          "Whether run {} was cancelled can not be read now: {}",
          scope.learningRun(),
          e.getMessage());
      return false;
    }
  }
}
