package io.autodidact.learning;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler.OnFailureRetryLater;
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
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;

/**
 * Hands learning runs to workers. A run whose worker died is handed to another once its heartbeats
 * have stopped; one that a failing database stopped is tried again until the database is back.
 */
@Component
class LearningJobs {
  /** A worker that missed four of them is taken for dead. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(2);

  private static final Duration AGAIN = Duration.ofSeconds(2);

  private final Scheduler scheduler;
  private final SchedulerClient client;
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
            .onFailure(new OnFailureRetryLater<>(AGAIN))
            .execute((instance, context) -> carryOut.carryOut(parse(instance.getId())));
    this.client =
        SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(database), task).build();
    this.scheduler =
        Scheduler.create(database, task)
            .threads(parallelRuns)
            .pollingInterval(Duration.ofSeconds(1))
            .heartbeatInterval(HEARTBEAT)
            .missedHeartbeatsLimit(4)
            .shutdownMaxWait(Duration.ofSeconds(10))
            .build();
  }

  /**
   * Has the run carried out as soon as a worker is free. To be called in the transaction that makes
   * the run wait for one, so that neither is there without the other.
   *
   * @param epoch how often the run was picked up before; a job that ends just now is another one
   */
  void schedule(RunScope scope, long epoch) {
    client.schedule(
        task.instance(scope.tenant().value() + "/" + scope.learningRun() + "/" + epoch),
        Instant.now());
  }

  private static RunScope parse(String instance) {
    var parts = instance.split("/", 3);
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
