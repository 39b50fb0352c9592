package io.autodidact.learning;

import io.autodidact.api.Conflict;
import io.autodidact.api.NotFound;
import io.autodidact.environment.CatalogueRepository;
import io.autodidact.environment.EnvironmentId;
import io.autodidact.goal.Goal;
import io.autodidact.goal.GoalData;
import io.autodidact.goal.GoalRepository;
import io.autodidact.learning.LearningWork.Records;
import io.autodidact.tenant.Audit;
import io.autodidact.tenant.Change;
import io.autodidact.tenant.RunScope;
import io.autodidact.tenant.StoredJson;
import io.autodidact.tenant.TenantId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Starts a learning run: writes it down and hands it to whichever worker is free. */
@Component
public class StartLearningRun {
  private static final int MOST_GOALS = 200;

  private final Records records;
  private final CatalogueRepository catalogues;
  private final GoalRepository goals;
  private final AdmitLearningRun admit;
  private final LearningJobs jobs;

  StartLearningRun(
      Records records,
      CatalogueRepository catalogues,
      GoalRepository goals,
      AdmitLearningRun admit,
      LearningJobs jobs) {
    this.records = records;
    this.catalogues = catalogues;
    this.goals = goals;
    this.admit = admit;
    this.jobs = jobs;
  }

  /**
   * Starts the run.
   *
   * @throws NotFound if the tenant has no such environment
   * @throws Conflict if nobody has said what the agent should learn
   * @throws io.autodidact.usage.QuotaExceeded if it would pass a quota of the tenant
   */
  public LearningRun start(TenantId tenant, RunRequest request, Clock clock) {
    var expected = admit.estimate(tenant, request.budget().orElse(Budget.DEFAULT));
    return records
        .tenantTransaction()
        .in(
            tenant,
            dsl -> {
              var wanted = write(dsl, tenant, request, clock);
              records.runs().insert(dsl, wanted);
              admit.reserve(dsl, wanted.scope(), expected);
              records.events().add(dsl, wanted.scope(), "estimate", expected);
              jobs.schedule(wanted.scope(), 0);
              Audit.record(
                  dsl,
                  tenant,
                  Change.of("learning-run.started", "learning-run", wanted.scope().learningRun())
                      .to(request)
                      .with(Map.of("agent", wanted.agent(), "minutes", wanted.budget().minutes())));
              return wanted;
            });
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
