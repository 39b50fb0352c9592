package io.autodidact.learning;

import io.autodidact.api.Conflict;
import io.autodidact.api.NotFound;
import io.autodidact.tenant.RunScope;
import io.autodidact.tenant.TenantTransaction;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Cancels runs and takes them up again where they stopped. */
@Component
public class StopLearningRun {
  private final TenantTransaction tenantTransaction;
  private final LearningRunRepository runs;
  private final LearningJobs jobs;

  StopLearningRun(
      TenantTransaction tenantTransaction, LearningRunRepository runs, LearningJobs jobs) {
    this.tenantTransaction = tenantTransaction;
    this.runs = runs;
    this.jobs = jobs;
  }

  /** Asks whoever works on the run to stop; takes a few seconds. Everything learned stays. */
  public LearningRun cancel(RunScope scope) {
    return change(
        scope,
        List.of(RunState.QUEUED, RunState.RUNNING, RunState.STOPPING),
        RunState.STOPPING,
        "The run has ended already.");
  }

  /** Takes a cancelled or failed run up again, at the stage where it stopped. */
  public LearningRun resume(RunScope scope) {
    return change(
        scope,
        List.of(RunState.CANCELLED, RunState.FAILED),
        RunState.QUEUED,
        "Only a run that was cancelled or has failed can be resumed.");
  }

  private LearningRun change(RunScope scope, List<RunState> from, RunState to, String refusal) {
    return tenantTransaction.in(
        scope.tenant(),
        dsl -> {
          if (runs.find(dsl, scope).isEmpty()) {
            throw new NotFound("learning run");
          }
          if (!runs.move(dsl, scope, from, to, Optional.empty())) {
            throw new Conflict(refusal);
          }
          if (to == RunState.QUEUED) {
            jobs.schedule(scope, runs.epoch(dsl, scope));
          } // Else the run has a job, which will see that it is asked to stop.
          return runs.find(dsl, scope).orElseThrow();
        });
  }
}
