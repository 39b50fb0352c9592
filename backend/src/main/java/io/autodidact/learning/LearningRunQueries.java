package io.autodidact.learning;

import io.autodidact.exploration.ExplorationRepository;
import io.autodidact.exploration.Finding;
import io.autodidact.job.Work.Resource;
import io.autodidact.learning.LearningWork.Records;
import io.autodidact.learning.RunEvents.RunEvent;
import io.autodidact.release.Release;
import io.autodidact.release.ReleaseRepository;
import io.autodidact.tenant.RunScope;
import io.autodidact.tenant.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What people see of learning runs. */
@Component
public class LearningRunQueries {
  private static final int NEWS = 200;

  private final Records records;
  private final ExplorationRepository explorations;
  private final ReleaseRepository releases;

  LearningRunQueries(
      Records records, ExplorationRepository explorations, ReleaseRepository releases) {
    this.records = records;
    this.explorations = explorations;
    this.releases = releases;
  }

  /**
   * What a run has used up.
   *
   * @param tokens sampled and trained
   */
  public record Spent(Duration time, long calls, long tokens) {}

  /** Newest first, by place in the list. */
  public List<LearningRun> newest(TenantId tenant, RunFilter filter, int offset, int limit) {
    return records
        .tenantTransaction()
        .in(tenant, dsl -> records.runs().newest(dsl, tenant, filter, offset, limit));
  }

  public int count(TenantId tenant, RunFilter filter) {
    return records.tenantTransaction().in(tenant, dsl -> records.runs().count(dsl, tenant, filter));
  }

  public Optional<LearningRun> run(RunScope scope) {
    return records.tenantTransaction().in(scope.tenant(), dsl -> records.runs().find(dsl, scope));
  }

  /** News behind {@code seq}, oldest first. */
  public List<RunEvent> after(RunScope scope, long seq) {
    return records
        .tenantTransaction()
        .in(scope.tenant(), dsl -> records.events().after(dsl, scope, seq, NEWS));
  }

  public Spent spent(RunScope scope) {
    var stages =
        records.tenantTransaction().in(scope.tenant(), dsl -> records.ledger().read(dsl, scope));
    return new Spent(
        Duration.ofMillis(total(stages, Ledger.TIME)),
        total(stages, Resource.CALLS.name()),
        total(stages, Resource.SAMPLED_TOKENS.name())
            + total(stages, Resource.TRAINED_TOKENS.name()));
  }

  private static long total(Map<Stage, Map<String, Long>> stages, String resource) {
    return stages.values().stream().mapToLong(spent -> spent.getOrDefault(resource, 0L)).sum();
  }

  /** What is wrong with the software or its description, as far as the run noticed. */
  public List<Finding> findings(RunScope scope) {
    return records.tenantTransaction().in(scope.tenant(), dsl -> explorations.findings(dsl, scope));
  }

  /** The version that came of the run. */
  public Optional<Release> release(RunScope scope) {
    return records.tenantTransaction().in(scope.tenant(), dsl -> releases.ofRun(dsl, scope));
  }

  /** Something the version can be asked to do on the live software. */
  public Optional<String> suggestion(Release release) {
    var scope = new RunScope(release.tenant(), release.manifest().lineage().learningRun());
    return records
        .tenantTransaction()
        .in(release.tenant(), dsl -> records.events().newest(dsl, scope, SuggestRequest.KIND))
        .map(event -> event.data().path("request").asString(""))
        .filter(request -> !request.isEmpty());
  }
}
