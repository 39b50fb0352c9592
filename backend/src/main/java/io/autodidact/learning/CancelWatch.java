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
  private static final Duration EVERY = Duration.ofMillis(500);

  /** An interrupt may be lost in work that answers it with another failure: then it is repeated. */
  private static final Duration INSIST = Duration.ofSeconds(4);

  private final TenantTransaction tenantTransaction;
  private final LearningRunRepository runs;

  CancelWatch(TenantTransaction tenantTransaction, LearningRunRepository runs) {
    this.tenantTransaction = tenantTransaction;
    this.runs = runs;
  }

  /** Watches the run on behalf of the calling thread, which closes the watch. */
  Watch over(RunScope scope) {
    return new Watch(scope);
  }

  /** Ends with the work it watches; no interrupt of its own comes later or is left behind. */
  final class Watch implements AutoCloseable {
    private final RunScope scope;
    private final Thread worker = Thread.currentThread();
    private final Thread watcher;
    private boolean over;
    private boolean interrupted;

    private Watch(RunScope scope) {
      this.scope = scope;
      this.watcher = Thread.ofVirtual().start(this::watch);
    }

    private void watch() {
      try {
        while (true) {
          boolean asked = askedToStop(scope);
          if (asked) {
            interrupt();
          }
          Thread.sleep(asked ? INSIST : EVERY);
        }
      } catch (InterruptedException e) {
        LOG.trace("The work on run {} is over", scope.learningRun());
      }
    }

    private synchronized void interrupt() {
      if (!over) {
        interrupted = true;
        worker.interrupt();
      }
    }

    @Override
    public synchronized void close() {
      over = true;
      watcher.interrupt();
      if (interrupted && Thread.interrupted()) {
        LOG.trace("The interrupt of run {} has done its work", scope.learningRun());
      }
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
