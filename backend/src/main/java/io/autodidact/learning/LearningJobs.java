package io.autodidact.learning;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler.MaxRetriesFailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.autodidact.tenant.RunScope;
import io.autodidact.tenant.TenantId;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Hands learning runs to workers. A run whose worker died is handed to another once its heartbeats
 * have stopped; a run that failed for a passing reason is tried again, later each time.
 */
@Component
class LearningJobs {
  private static final Duration HEARTBEAT = Duration.ofSeconds(3);
  private static final int TRIES = 6;

  private final Scheduler scheduler;
  private final boolean works;
  private final OneTimeTask<Void> task;

  LearningJobs(
      DataSource database,
      CarryOutLearningRun carryOut,
      @Value("${autodidact.roles}") Set<String> roles,
      @Value("${autodidact.worker.parallel-runs:2}") int parallelRuns) {
    this.works = roles.contains("worker");
    this.task =
        Tasks.oneTime("learning-run")
            .onDeadExecutionRevive()
            .onFailure(
                new MaxRetriesFailureHandler<>(
                    TRIES, new ExponentialBackoffFailureHandler<>(Duration.ofSeconds(2))))
            .execute((instance, context) -> carryOut.carryOut(parse(instance.getId())));
    this.scheduler =
        Scheduler.create(database, task)
            .threads(parallelRuns)
            .pollingInterval(Duration.ofSeconds(1))
            .heartbeatInterval(HEARTBEAT)
            .missedHeartbeatsLimit(4)
            .shutdownMaxWait(Duration.ofSeconds(10))
            .build();
  }

  /** Has the run carried out as soon as a worker is free; a run already waiting stays as it is. */
  void schedule(RunScope scope) {
    scheduler.scheduleIfNotExists(
        task.instance(scope.tenant().value() + "/" + scope.learningRun()), Instant.now());
  }

  private static RunScope parse(String instance) {
    var parts = instance.split("/", 2);
    return new RunScope(new TenantId(UUID.fromString(parts[0])), UUID.fromString(parts[1]));
  }

  @PostConstruct
  void start() {
    if (works) {
      scheduler.start();
    }
  }

  @PreDestroy
  void stop() {
    scheduler.stop();
  }
}
