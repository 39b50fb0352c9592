package io.autodidact.learning;

import io.autodidact.api.Conflict;
import io.autodidact.api.NotFound;
import io.autodidact.environment.CatalogueRepository;
import io.autodidact.environment.EnvironmentId;
import io.autodidact.goal.Goal;
import io.autodidact.goal.GoalData;
import io.autodidact.goal.GoalRepository;
import io.autodidact.tenant.RunScope;
import io.autodidact.tenant.StoredJson;
import io.autodidact.tenant.TenantId;
import io.autodidact.tenant.TenantTransaction;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Starts a learning run: writes it down and hands it to whichever worker is free. */
@Component
public class StartLearningRun {
  private static final int MOST_GOALS = 200;

  private final TenantTransaction tenantTransaction;
  private final CatalogueRepository catalogues;
  private final GoalRepository goals;
  private final LearningRunRepository runs;
  private final LearningJobs jobs;

  StartLearningRun(
      TenantTransaction tenantTransaction,
      CatalogueRepository catalogues,
      GoalRepository goals,
      LearningRunRepository runs,
      LearningJobs jobs) {
    this.tenantTransaction = tenantTransaction;
    this.catalogues = catalogues;
    this.goals = goals;
    this.runs = runs;
    this.jobs = jobs;
  }

  /**
   * Starts the run.
   *
   * @throws NotFound if the tenant has no such environment
   * @throws Conflict if nobody has said what the agent should learn
   */
  public LearningRun start(TenantId tenant, RunRequest request, Clock clock) {
    var run =
        tenantTransaction.in(
            tenant,
            dsl -> {
              var queued = write(dsl, tenant, request, clock);
              runs.insert(dsl, queued);
              return queued;
            });
    jobs.schedule(run.scope());
    return run;
  }

  private LearningRun write(DSLContext dsl, TenantId tenant, RunRequest request, Clock clock) {
    var environment = new EnvironmentId(request.environment());
    var catalogue =
        catalogues.newest(dsl, tenant, environment).orElseThrow(() -> new NotFound("environment"));
    List<GoalData> wanted =
        goals.list(dsl, tenant, request.environment(), "", MOST_GOALS).items().stream()
            .map(Goal::data)
            .toList();
    if (wanted.isEmpty()) {
      throw new Conflict("State a goal for this environment first: what should the agent learn?");
    }
    return new LearningRun(
        new RunScope(tenant, UUID.randomUUID()),
        environment,
        catalogue.version(),
        request.agent(),
        wanted,
        request.settings().orElse(RunSettings.DEFAULT),
        request.budget().orElse(Budget.DEFAULT),
        request.seed().orElse(1L),
        RunState.QUEUED,
        Stage.EXPLORE,
        Optional.empty(),
        StoredJson.MAPPER.createObjectNode(),
        clock.instant(),
        Optional.empty());
  }
}
