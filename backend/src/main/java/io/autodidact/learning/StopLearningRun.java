package io.autodidact.learning;

import io.autodidact.api.Conflict;
import io.autodidact.api.NotFound;
import io.autodidact.tenant.Audit;
import io.autodidact.tenant.Change;
import io.autodidact.tenant.RunScope;
import io.autodidact.tenant.TenantTransaction;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Cancels runs and takes them up again where they stopped. */
@Component
public class StopLearningRun {
  private final TenantTransaction tenantTransaction;
  private final LearningRunRepository runs;
  private final LearningJobs jobs;
  private final AdmitLearningRun admit;

  StopLearningRun(
      TenantTransaction tenantTransaction,
      LearningRunRepository runs,
      LearningJobs jobs,
      AdmitLearningRun admit) {
    this.tenantTransaction = tenantTransaction;
    this.runs = runs;
    this.jobs = jobs;
    this.admit = admit;
  }

  /** Asks whoever works on the run to stop; takes a few seconds. Everything learned stays. */
  public LearningRun cancel(RunScope scope) {
    return change(
        scope,
        List.of(RunState.QUEUED, RunState.RUNNING, RunState.STOPPING),
        RunState.STOPPING,
        "The run has ended already.",
        dsl -> {}); // It has a job, which will see that it is asked to stop.
  }

  /**
   * Takes a cancelled or failed run up again, at the stage where it stopped.
   *
   * @throws io.autodidact.usage.QuotaExceeded if what is left to do would pass a quota
   */
  public LearningRun resume(RunScope scope) {
    var run = tenantTransaction.in(scope.tenant(), dsl -> known(dsl, scope));
    var expected = admit.estimate(scope.tenant(), run.budget());
    return change(
        scope,
        List.of(RunState.CANCELLED, RunState.FAILED),
        RunState.QUEUED,
        "Only a run that was cancelled or has failed can be resumed.",
        dsl -> {
          admit.reserve(dsl, scope, expected);
          jobs.schedule(scope, runs.epoch(dsl, scope));
        });
  }

  private LearningRun known(DSLContext dsl, RunScope scope) {
    return runs.find(dsl, scope).orElseThrow(() -> new NotFound("learning run"));
  }

  private LearningRun change(
      RunScope scope, List<RunState> from, RunState to, String refusal, Consumer<DSLContext> more) {
    return tenantTransaction.in(
        scope.tenant(),
        dsl -> {
          known(dsl, scope);
          if (!runs.move(dsl, scope, from, to, Optional.empty())) {
            throw new Conflict(refusal);
          }
          more.accept(dsl);
          Audit.record(
              dsl,
              scope.tenant(),
              Change.of(
                  to == RunState.QUEUED ? "learning-run.resumed" : "learning-run.cancelled",
                  "learning-run",
                  scope.learningRun()));
          return known(dsl, scope);
        });
  }
}
