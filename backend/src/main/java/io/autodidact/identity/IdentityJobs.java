package io.autodidact.identity;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.FailureHandler.OnFailureRetryLater;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.autodidact.tenant.TenantId;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;

/**
 * Promises that the directory will follow a change: the promise is written in the transaction of
 * the change, and kept by a worker however often the directory was away or a process died.
 */
@Component
class IdentityJobs {
  /** Whoever made the change tries first. */
  private static final Duration LATER = Duration.ofSeconds(5);

  private final Scheduler scheduler;
  private final SchedulerClient client;
  private final boolean works;
  private final OneTimeTask<Void> task;

  IdentityJobs(
      DataSource database,
      FollowChanges follow,
      Directory directory,
      @Value("${autodidact.roles}") Set<String> roles) {
    this.works = roles.contains("worker") && directory.isThere();
    this.task =
        Tasks.oneTime("directory-follows")
            .onDeadExecutionRevive()
            .onFailure(new OnFailureRetryLater<>(LATER))
            .execute((instance, context) -> follow(follow, instance.getId()));
    this.client =
        SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(database), task).build();
    this.scheduler =
        Scheduler.create(database, task)
            .threads(1)
            .pollingInterval(Duration.ofSeconds(2))
            .failureLogging(LogLevel.WARN, false)
            .shutdownMaxWait(Duration.ofSeconds(5))
            .build();
  }

  /** To be called in the transaction that changes the tenant. */
  void follow(TenantId tenant) {
    promise(tenant.value().toString());
  }

  /** To be called in the transaction that changes the member. */
  void follow(TenantId tenant, UUID member) {
    promise(tenant.value() + "/" + member);
  }

  private void promise(String what) {
    client.schedule(task.instance(what + "#" + UUID.randomUUID()), Instant.now().plus(LATER));
  }

  private static void follow(FollowChanges follow, String promise) {
    var what = promise.substring(0, promise.indexOf('#')).split("/", 2);
    var tenant = new TenantId(UUID.fromString(what[0]));
    follow.later(
        tenant, what.length == 1 ? Optional.empty() : Optional.of(UUID.fromString(what[1])));
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
